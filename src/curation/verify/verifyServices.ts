import type { Service } from '../../knowledge/records/service.js'
import { contactsOf, pagesOf, type Contact, type ContactPage } from './contactsOf.js'
import { findContact } from './findContact.js'
import type { AddressFinding, ContactFinding, Findings, Sighting, Verdict } from './Finding.js'
import { numbersOn } from './numbersOn.js'
import { pasteLine } from './pasteLine.js'
import { nationalDigits } from './printedAs.js'
import type { Visit } from './Visit.js'

type VisitPage = (url: string) => Promise<Visit>

/** A page of a record, visited. */
interface Visited extends ContactPage {
  readonly service: string
  readonly visit: Visit
}

/** Visits the pages of services (id -> record) and says of each contact whether it still stands there. Changes nothing. */
export async function verifyServices(services: ReadonlyMap<string, Service>, visit: VisitPage, day: string): Promise<Findings> {
  const visited = await Promise.all(
    [...services].flatMap(([id, service]) => pagesOf(service).map(async (page) => ({ ...page, service: id, visit: await visit(page.url) })))
  )
  const urls = new Map(visited.map((page) => [page.url, page]))
  return {
    day,
    pagesAsked: urls.size,
    pagesAnswered: [...urls.values()].filter((page) => page.visit.kind === 'read' || page.visit.kind === 'vanished').length,
    contacts: [...services].flatMap(([id, service]) =>
      contactsOf(service).map((contact) =>
        judge(
          id,
          service,
          contact,
          visited.filter((page) => page.service === id),
          day
        )
      )
    ),
    addresses: [...urls.keys()].flatMap((url) =>
      addressOf(
        url,
        visited.filter((page) => page.url === url)
      )
    )
  }
}

function judge(id: string, service: Service, contact: Contact, pages: readonly Visited[], day: string): ContactFinding {
  const seen = pages.map((page) => sight(contact, page))
  const verdict = verdictOf(seen)
  const sightings = verdict === 'gone' ? seen.map((sighting, at) => withNumbers(sighting, pages[at], service)) : seen
  const on = seen.find(({ result, movedTo }) => result === 'printed' && movedTo === undefined) ?? seen.find((s) => s.result === 'printed')
  return {
    service: id,
    name: service.name,
    ...contact,
    verdict,
    sightings,
    ...(on !== undefined && { paste: pasteLine(contact, on, day) })
  }
}

function sight(contact: Contact, { url, part, visit }: Visited): Sighting {
  const moved = visit.movedTo === undefined ? {} : { movedTo: visit.movedTo }
  if (visit.kind === 'vanished') return { url, part, ...moved, result: 'vanished', why: `no such page (${String(visit.status)})` }
  if (visit.kind === 'unreachable') return { url, part, ...moved, result: 'unreachable', why: visit.why }
  if (visit.kind === 'notAllowed') return { url, part, ...moved, result: 'notAllowed', why: 'its robots.txt does not allow it' }
  const place = findContact(contact, visit.page)
  return place === undefined ? { url, part, ...moved, result: 'notPrinted' } : { url, part, ...moved, result: 'printed', place }
}

/** Numbers on the page that the record does not hold already. */
function withNumbers(sighting: Sighting, page: Visited | undefined, service: Service): Sighting {
  if (page?.visit.kind !== 'read') return sighting
  const known = contactsOf(service).map(({ value }) => nationalDigits(value))
  return { ...sighting, instead: numbersOn(page.visit.page).filter((number) => !known.includes(nationalDigits(number))) }
}

/** One page that prints it is enough; a page that was read says more than one that was not. */
function verdictOf(sightings: readonly Sighting[]): Verdict {
  const any = (result: Sighting['result']): boolean => sightings.some((sighting) => sighting.result === result)
  if (sightings.some(({ result, movedTo }) => result === 'printed' && movedTo === undefined)) return 'stands'
  if (any('printed')) return 'moved'
  if (any('notPrinted')) return 'gone'
  if (any('vanished')) return 'vanished'
  if (any('unreachable')) return 'unreachable'
  return any('notAllowed') ? 'notAllowed' : 'notChecked'
}

function addressOf(url: string, uses: readonly Visited[]): AddressFinding[] {
  const [first] = uses
  if (first === undefined) return []
  const { movedTo, kind } = first.visit
  const vanished = kind === 'vanished'
  if (movedTo === undefined && !vanished) return []
  const about = { services: uses.map(({ service }) => service), withheld: uses.every(({ withheld }) => withheld) }
  return [{ url, ...about, vanished, ...(movedTo !== undefined && { movedTo }) }]
}
