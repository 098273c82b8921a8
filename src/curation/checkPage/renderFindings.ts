import type { Found } from './findContacts.js'
import { mustChange, type Finding, type Verdict } from './judgeContact.js'

/** Sections in the order in which an editor acts on them. */
const sections: readonly { title: string; counted: string; verdicts: readonly Verdict[] }[] = [
  { title: 'CHANGE THESE', counted: 'to change', verdicts: [...mustChange] },
  { title: 'CONFIRM THESE before you print them', counted: 'to confirm', verdicts: ['confirm'] },
  { title: 'OPEN THESE: we know the site, but not this page', counted: 'to open', verdicts: ['site'] },
  { title: 'CHECK THESE YOURSELF: they are not in our records', counted: 'not in our records', verdicts: ['unknown'] },
  { title: 'CURRENT', counted: 'current', verdicts: ['current'] }
]

const verdictText: Partial<Record<Verdict, string>> = {
  superseded: 'Out of date. It was given for',
  unverified: 'Do not print it: no source shows that it still works. It was given for',
  elsewhere: 'Belongs to another place. It is a contact of'
}

/** The findings as plain text: what must be changed first, a line of counts last. */
export function renderFindings(findings: readonly Finding[], mismatches: Found['mismatches']): string {
  const [change, ...others] = sections.map(({ title, verdicts }) =>
    listed(title, findings.filter(({ verdict }) => verdicts.includes(verdict)).map(entry))
  )
  const links = mismatches.map(({ shown, goesTo }) => `  The link shows ${short(shown)} but goes to ${short(goesTo)}.`)
  return [...(change ?? []), ...listed('MEND THESE LINKS', [...new Set(links)]), ...others.flat(), countsOf(findings)].join('\n')
}

const listed = (title: string, entries: readonly string[]): string[] => (entries.length === 0 ? [] : [title, ...entries, ''])

function entry(finding: Finding): string {
  const { contact, verdict } = finding
  const times = contact.times === 1 ? '' : ` (${String(contact.times)} times)`
  const place = contact.context === contact.shown ? [] : [`where: "${contact.context}"`]
  const lines = verdict === 'unknown' ? [] : mustChange.has(verdict) ? changeLines(finding) : givenLines(finding)
  return [`  ${short(contact.shown)}${times}`, ...[...place, ...lines].map((line) => `      ${line}`)].join('\n')
}

const changeLines = ({ verdict, service, why, instead = [] }: Finding): string[] => [
  `${verdictText[verdict] ?? ''}: ${service ?? ''}.`,
  ...(why === undefined ? [] : [why]),
  ...instead.map((each) => `Use instead: ${each.service}: ${each.contacts.join(', ')}`)
]

const givenLines = ({ service, hours, confirmOn, why, sourceDate, checked }: Finding): string[] => [
  service ?? '',
  ...(hours === undefined ? [] : [`Hours: ${hours}`]),
  ...(why === undefined ? [] : [why]),
  ...(confirmOn === undefined ? [] : [`Confirm on: ${confirmOn}`]),
  ...(checked === undefined
    ? []
    : [`Newest dated source: ${sourceDate === 'undated' ? 'none has a date' : (sourceDate ?? '')}. Checked: ${checked}`])
]

const countsOf = (findings: readonly Finding[]): string =>
  `${sections
    .map(({ counted, verdicts }) => `${String(findings.filter(({ verdict }) => verdicts.includes(verdict)).length)} ${counted}`)
    .join(', ')}.`

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}...` : text)
