/**
 * `describe` where something that tests need was found. Otherwise they are skipped, with a word on how to mend that, but run and
 * fail where CI=true.
 */
export function describeWith(found: string | undefined, name: string, mend: string): jest.Describe {
  if (found !== undefined || process.env['CI'] === 'true') return describe
  process.stderr.write(`SKIPPED: "${name}". ${mend}\n`)
  return describe.skip
}
