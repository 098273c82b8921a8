import type { Knowledge } from '../knowledge/loadKnowledge.js'
import { openAt, type Openness } from '../knowledge/openAt.js'
import type { Audience } from '../knowledge/records/audience.js'
import type { ContactPoint, Service } from '../knowledge/records/service.js'
import { contactValue } from '../knowledge/contactValue.js'
import { statusOf } from '../knowledge/statusOf.js'
import { serves } from '../knowledge/serves.js'
import type { Place } from '../understanding/createFindLocality.js'
import type { Say } from './createSay.js'
import { reachBy } from './reachBy.js'
import type { ContactLine, OfferedService, Part } from './Reply.js'

/** Services ready to be shown, in order. */
export interface Offer {
  readonly services: readonly OfferedService[]
  readonly parts: readonly Part[]
  /** A role was asked for and it is not known in which area the child lives. */
  readonly placeNeeded: boolean
  /** Every line that has the role where the child lives is shut just now. */
  readonly gap: boolean
}

export interface OfferRequest {
  readonly place?: Place | undefined
  readonly audience: Audience
  readonly at: Date
  readonly most?: number
}

export type MakeOffer = (refs: readonly string[], request: OfferRequest) => Offer

interface Named {
  readonly id: string
  readonly group?: string
  readonly area?: string
}

const usual = 5

/**
 * Makes the choice of services: roles become the services of the area, services that do not serve there are left out,
 * what may not be given is left out, and a closed service does not stand first when an open one serves.
 */
export function createOffer(knowledge: Knowledge, say: Say): MakeOffer {
  return (refs, { place, audience, at, most = usual }) => {
    const named = unique(refs.flatMap((ref) => byRole(ref, place, knowledge)))
    const usable = named.filter(({ id }) => mayBeOffered(knowledge.services.get(id), place, knowledge))
    const whole = withCompany(firstOf(openFirst(usable, at, knowledge), most), knowledge)
    const shown = whole.flatMap((entry) => {
      const service = knowledge.services.get(entry.id)
      return service === undefined ? [] : [show(entry, service, at, audience, knowledge, say)]
    })
    return {
      services: shown.map((s) => s.offered),
      parts: shown.map((s) => s.part),
      placeNeeded: place?.areas.length !== 1 && refs.some((ref) => ref.startsWith('area:')),
      gap: refs.some((ref) => isGap(byRole(ref, place, knowledge), at, knowledge))
    }
  }
}

/** The first few; equals are never parted, so that no council is named without the other. */
function firstOf(named: readonly Named[], most: number): Named[] {
  const first = named.slice(0, most)
  const [last] = first.slice(-1)
  return [...first, ...named.slice(most).filter(({ group }) => group !== undefined && group === last?.group)]
}

/** `area:role` becomes the services of that role: of the place's area, or one of each area that we cover, as equals. */
function byRole(ref: string, place: Place | undefined, { areas }: Knowledge): Named[] {
  if (!ref.startsWith('area:')) return [{ id: ref }]
  const role = ref.slice('area:'.length)
  const candidates = place?.areas ?? [...areas].filter(([, area]) => area.covered).map(([id]) => id)
  const alone = candidates.length === 1
  return candidates.flatMap((area) => (areas.get(area)?.roles[role] ?? []).map((id) => (alone ? { id } : { id, group: role, area })))
}

/** A day line has shut and the night line has not opened yet. */
function isGap(lines: readonly Named[], at: Date, knowledge: Knowledge): boolean {
  const services = lines.map(({ id }) => knowledge.services.get(id)).filter((service) => service !== undefined)
  return (
    services.length > 1 &&
    lines.every(({ group }) => group === undefined) &&
    services.every((service) => opennessOf(service, at, knowledge).open === 'closed')
  )
}

function mayBeOffered(service: Service | undefined, place: Place | undefined, knowledge: Knowledge): boolean {
  if (service === undefined || service.status === 'superseded' || service.status === 'elsewhere') return false
  if (pointsToShow(service).length === 0) return false
  return place === undefined || !isOutside(place, knowledge) || place.areas.some((area) => serves(service, area, knowledge))
}

/** The place lies wholly outside the area that we cover. */
export const isOutside = (place: Place | undefined, { areas }: Knowledge): boolean =>
  place?.areas.every((id) => areas.get(id)?.covered === false) ?? false

/** Contact points that may be shown: never a number that is not current, never an address of an unverified service. */
export function pointsToShow(service: Service): ContactPoint[] {
  return service.contactPoints.filter((point) => {
    const status = statusOf(service, point)
    return status === 'current' || (status === 'unverified' && point.kind === 'web' && point.status === undefined)
  })
}

/** Of one council's day and night lines only the open ones stand among equals; when a closed service would stand first, the next open one stands before it. */
function openFirst(named: readonly Named[], at: Date, knowledge: Knowledge): Named[] {
  const closed = ({ id }: Named): boolean => {
    const service = knowledge.services.get(id)
    return service === undefined ? false : opennessOf(service, at, knowledge).open === 'closed'
  }
  const kept = named.filter((entry) => !closed(entry) || !named.some((peer) => isPeer(entry, peer) && !closed(peer)))
  const [first] = kept
  const open = kept.find((entry) => !closed(entry))
  return first === undefined || open === undefined || !closed(first) ? kept : [open, ...kept.filter((entry) => entry !== open)]
}

const isPeer = (a: Named, b: Named): boolean => a.group !== undefined && a.group === b.group && a.area === b.area && a.id !== b.id

/** A number that still has to be confirmed never stands alone. */
function withCompany(named: readonly Named[], { services, firstContacts }: Knowledge): Named[] {
  const confirm = named.some(({ id }) => services.get(id)?.contactPoints.some((point) => point.confirmOn !== undefined) === true)
  return confirm ? unique([...named, ...firstContacts.besideConfirm.map((id) => ({ id }))]) : [...named]
}

function unique(named: readonly Named[]): Named[] {
  return named.filter((entry, at) => named.findIndex(({ id }) => id === entry.id) === at)
}

/** Open when any way of reaching it by voice or text is open; by its own schedule when it has none. */
export function opennessOf(service: Service, at: Date, { bankHolidays }: Knowledge): Openness {
  const spoken = pointsToShow(service).filter((point) => point.kind === 'phone' || point.kind === 'text')
  const states = (spoken.length > 0 ? spoken : [undefined]).map((point) => openAt(point?.schedule ?? service.schedule, at, bankHolidays))
  return states.find((s) => s.open === 'open') ?? states.find((s) => s.open === 'unknown') ?? states[0] ?? { open: 'unknown' }
}

function show({ id, group }: Named, service: Service, at: Date, audience: Audience, knowledge: Knowledge, say: Say) {
  const openness = opennessOf(service, at, knowledge)
  const contacts = contactLines(service, at, knowledge)
  const value = (...kinds: ContactLine['kind'][]): string | undefined => reachBy(contacts, ...kinds)?.value
  const reach = { phone: value('phone'), text: value('text'), email: value('email'), url: value('form', 'web', 'chat', 'video') }
  const confirmOn = service.contactPoints.find((point) => point.confirmOn !== undefined)?.confirmOn
  const offered: OfferedService = {
    id,
    name: service.name,
    ...dropUndefined(reach),
    ...(group !== undefined && { group }),
    ...openness
  }
  const part: Part = {
    type: 'service',
    id,
    name: service.name,
    summary: service.summary,
    contacts,
    open: openness.open,
    hours: hoursText(service, openness, say),
    ...dropUndefined({
      cost: service.cost === undefined ? undefined : sentenceCase(service.cost),
      anonymity: service.anonymity.says,
      expect: service.expect,
      group
    }),
    ...(confirmOn !== undefined && { confirm: say('labels.confirm', audience, { page: confirmOn }) })
  }
  return { offered, part }
}

function contactLines(service: Service, at: Date, { bankHolidays }: Knowledge): ContactLine[] {
  return pointsToShow(service).map((point) => ({
    kind: point.kind,
    value: contactValue(point),
    ...dropUndefined({ label: point.label, note: point.note }),
    ...(point.schedule !== undefined && openAt(point.schedule, at, bankHolidays))
  }))
}

function hoursText(service: Service, { open, opensAt, closesAt }: Openness, say: Say): string {
  if (open === 'open' && service.schedule === 'always') return say('labels.hours-always')
  if (open === 'open') return closesAt === undefined ? say('labels.hours-open') : say('labels.hours-open-until', 'public', { closesAt })
  if (open === 'closed')
    return opensAt === undefined ? say('labels.hours-closed-unknown') : say('labels.hours-closed', 'public', { opensAt })
  return service.hoursNote ?? say('labels.hours-unknown')
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> }

function dropUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
