/** A list, or nothing where it is empty: the UK profile leaves out what has no value. */
export const orNone = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list)
