/** Settings whose value must not stand in a file; the address of Redis holds its password. */
export const isSecret = (name: string): boolean => /password|^REDIS/i.test(name)
