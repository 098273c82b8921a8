/**
 * The value after a named option on the command line.
 * @throws Error when it is missing.
 */
export function option(name: string): string {
  const at = process.argv.indexOf(name)
  const value = at < 0 ? undefined : process.argv[at + 1]
  if (value === undefined) throw new Error(`Give ${name} VALUE.`)
  return value
}
