/** The path of a zod issue as a person reads it: "state.topic", or "body" for the whole. */
export const fieldOf = (path: readonly PropertyKey[] = []): string => (path.length === 0 ? 'body' : path.map(String).join('.'))
