import { needsPerson, type AddressFinding, type ContactFinding, type Findings, type Sighting, type Verdict } from './Finding.js'
import { kindNames } from './kindNames.js'

const verdictNames: Record<Verdict, string> = {
  stands: 'stands',
  gone: 'gone: no page that was read prints it',
  moved: 'its page has moved',
  vanished: 'its page is no more',
  unreachable: 'its page could not be reached',
  notAllowed: 'the site does not let programs look',
  notChecked: 'no page to look on'
}

/** The findings in plain text: first what needs a person, then what could not be reached, then what stands; last a line of counts. */
export function reportText(findings: Findings): string {
  const { contacts, addresses } = findings
  const shown = contacts.filter(({ withheld }) => !withheld)
  const withVerdict = (...verdicts: Verdict[]): string[] => shown.filter(({ verdict }) => verdicts.includes(verdict)).map(contactText)
  return [
    `What the pages print, ${findings.day}`,
    ...(findings.pagesAnswered === 0
      ? ['Nothing could be checked: no page could be read. Is this computer connected to the internet?']
      : []),
    section('These need a person', shown.filter(needsPerson).map(contactText)),
    section('Addresses to change in the records', addresses.filter(({ withheld }) => !withheld).map(addressText)),
    section('Could not be reached: try again another day, or look by hand', withVerdict('unreachable')),
    section('A program may not look: look by hand', withVerdict('notAllowed')),
    section('No page to look on', withVerdict('notChecked')),
    section('Stand', withVerdict('stands')),
    section('Not shown to the public, but printed today: may they come back?', returning(contacts).map(contactText)),
    countsLine(findings)
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** One line that counts everything. */
export function countsLine({ contacts, addresses, pagesAsked, pagesAnswered }: Findings): string {
  const shown = contacts.filter(({ withheld }) => !withheld)
  const count = (...verdicts: Verdict[]): string => String(shown.filter(({ verdict }) => verdicts.includes(verdict)).length)
  const changed = addresses.filter(({ withheld }) => !withheld).length
  return [
    `Contacts: ${String(shown.length)} in all, ${count('stands')} stand, ${count('gone')} gone, ${count('moved')} moved, ${count('vanished')} with a page that is no more`,
    `${count('unreachable')} not reached, ${count('notAllowed')} not allowed, ${count('notChecked')} without a page`
  ]
    .join(', ')
    .concat(`; ${String(pagesAnswered)} of ${String(pagesAsked)} pages answered; addresses to change: ${String(changed)}.`)
}

const returning = (contacts: readonly ContactFinding[]): ContactFinding[] =>
  contacts.filter(({ withheld, verdict }) => withheld && (verdict === 'stands' || verdict === 'moved'))

const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : [title.toUpperCase(), ...items].join('\n\n')

function contactText({ service, name, kind, value, verdict, sightings, paste }: ContactFinding): string {
  const title = `${name} (knowledge/services/${service}.yaml)\n  ${kindNames[kind]} ${value}: ${verdictNames[verdict]}`
  const source = paste === undefined ? [] : ['  for its sources:', paste]
  return [title, ...sightings.map((sighting) => `    ${sightingLine(sighting)}`), ...source].join('\n')
}

function sightingLine({ url, result, movedTo, why = '', place, instead }: Sighting): string {
  const address = movedTo === undefined ? url : `${url} (now ${movedTo})`
  if (result === 'printed') return `${address} prints it${place === 'link' ? ', though only in a link and not in its words' : ''}`
  return result === 'notPrinted' ? `${address} does not print it${insteadOf(instead)}` : `${address}: ${why}`
}

const insteadOf = (numbers: readonly string[] = []): string =>
  numbers.length === 0 ? '' : `. The page prints these numbers instead: ${numbers.join(', ')}`

function addressText({ url, movedTo, vanished, services }: AddressFinding): string {
  const records = `used by ${services.join(', ')}`
  const end = vanished ? ', where there is no such page' : ''
  return movedTo === undefined
    ? `${url}\n  no such page any more; ${records}`
    : `${url}\n  has moved for good to ${movedTo}${end}; ${records}`
}
