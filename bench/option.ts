/** The value after a named option on the command line, if it is there. */
export function findOption(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

/**
 * The value after a named option on the command line.
 * @throws Error when it is missing.
 */
export function option(name: string): string {
  const value = findOption(name)
  if (value === undefined) throw new Error(`Give ${name} VALUE.`)
  return value
}
