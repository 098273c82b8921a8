import type { Finding } from './Finding.js'

const headings: Readonly<Record<Finding['weight'], string>> = {
  mend: 'To be mended now',
  recheck: 'Due to be checked again',
  note: 'Good to know'
}

/** The findings as a person reads them, by weight and then by file. */
export function report(findings: readonly Finding[]): string {
  const sections = (['mend', 'recheck', 'note'] as const).flatMap((weight) => {
    const of = findings.filter((finding) => finding.weight === weight)
    return of.length === 0 ? [] : [`${headings[weight]} (${String(of.length)})`, ...byFile(of), '']
  })
  return sections.join('\n')
}

const byFile = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map(({ file }) => file))].flatMap((file) => [
    `  ${file}`,
    ...findings.filter((finding) => finding.file === file).map(({ says }) => `    - ${says}`)
  ])

/** For a scheduler: 0 nothing to do, 1 something to mend, 2 nothing to mend but something is due. */
export function exitCode(findings: readonly Finding[]): number {
  if (findings.some(({ weight }) => weight === 'mend')) return 1
  return findings.some(({ weight }) => weight === 'recheck') ? 2 : 0
}
