import { pointsToShow } from '../../conversation/createOffer.js'
import { contactValue } from '../../knowledge/contactValue.js'
import { hoursInWords } from '../../knowledge/hoursInWords.js'
import { newestSource } from '../../knowledge/newestSource.js'
import type { ContactPoint, Service } from '../../knowledge/records/service.js'
import { siteOf } from './contactKey.js'
import type { Contact } from './findContacts.js'
import type { KnownContacts, Owner } from './knownContacts.js'

/**
 * superseded, unverified, elsewhere: must be changed. confirm: given, but to be confirmed first. site: we know the site, not the page.
 * unknown: not in the knowledge, which says nothing about it. current: a contact of today.
 */
export type Verdict = 'superseded' | 'unverified' | 'elsewhere' | 'confirm' | 'site' | 'unknown' | 'current'

/** What the knowledge says of a contact on a page. */
export interface Finding {
  readonly verdict: Verdict
  readonly contact: Contact
  /** The service that it belongs to; of a site, the organisation. */
  readonly service?: string
  readonly hours?: string
  /** The newest day, month or year that a source of the service shows. */
  readonly sourceDate?: string
  readonly checked?: string
  readonly why?: string
  readonly confirmOn?: string
  /** Whom to print in its place, with their contacts of today. */
  readonly instead?: readonly Instead[]
}

export interface Instead {
  readonly service: string
  readonly contacts: readonly string[]
}

export const mustChange: ReadonlySet<Verdict> = new Set<Verdict>(['superseded', 'unverified', 'elsewhere'])

/** Judges a contact by the records alone. */
export function judgeContact(contact: Contact, known: KnownContacts, services: ReadonlyMap<string, Service>): Finding {
  const page = known.owners.get(contact.key)?.[0]
  const owner = page ?? (contact.kind === 'web' ? known.sites.get(siteOf(contact.key))?.[0] : undefined)
  if (owner === undefined) return { verdict: 'unknown', contact }
  const verdict = verdictOn(owner, page !== undefined)
  if (verdict === 'site') return { verdict, contact, service: owner.service.organisation }
  return { verdict, contact, ...recordOf(owner), ...(mustChange.has(verdict) && mend(owner, services)) }
}

function verdictOn({ given, status, service, point }: Owner, isPage: boolean): Verdict {
  if (!given) return status === 'current' ? 'unverified' : status
  if (!isPage) return 'site'
  return point.confirmOn !== undefined || service.status !== 'current' ? 'confirm' : 'current'
}

function recordOf({ service, point, given }: Owner) {
  const hours = given && 'number' in point ? hoursOf(service, point) : undefined
  const doubted = given && service.status !== 'current'
  const confirmOn = point.confirmOn ?? (doubted && 'url' in point ? point.url : undefined)
  return {
    service: point.label === undefined ? service.name : `${service.name} (${point.label})`,
    sourceDate: newestSource(service.sources) ?? 'undated',
    checked: service.checked,
    ...(hours !== undefined && { hours }),
    ...(confirmOn !== undefined && { confirmOn }),
    ...(doubted && service.whyNotGiven !== undefined && { why: service.whyNotGiven.trim() })
  }
}

/** When a contact point is open, in words; what is known where the hours are not. */
function hoursOf(service: Service, point: ContactPoint): string | undefined {
  const schedule = point.schedule ?? service.schedule
  return schedule === 'unknown' ? service.hoursNote?.trim() : hoursInWords(schedule)
}

function mend({ id, service, point }: Owner, services: ReadonlyMap<string, Service>) {
  const instead = [id, ...service.supersededBy].flatMap((each) => insteadOf(services.get(each)))
  const why = service.status === 'current' ? point.note : service.whyNotGiven
  return { instead, ...(why !== undefined && { why: why.trim() }) }
}

function insteadOf(service: Service | undefined): Instead[] {
  const contacts = service === undefined ? [] : pointsToShow(service).map(contactText)
  return service === undefined || contacts.length === 0 ? [] : [{ service: service.name, contacts }]
}

function contactText(point: ContactPoint): string {
  const value = contactValue(point)
  const label = point.label === undefined ? [] : [point.label]
  const confirm = point.confirmOn === undefined ? [] : [`confirm it on ${point.confirmOn}`]
  const way = point.kind === 'text' ? `text ${value}` : value
  const notes = [...label, ...confirm].join('; ')
  return notes === '' ? way : `${way} (${notes})`
}
