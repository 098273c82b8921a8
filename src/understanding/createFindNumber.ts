import type { ContactPoint, Service, Status } from '../knowledge/records/service.js'
import { statusOf } from '../knowledge/statusOf.js'

/** A number or address that somebody typed, and what is known of it. */
export interface KnownContact {
  readonly service: string
  readonly status: Status
  /** A short code such as that of the police: it stands in many sentences that are about something else. */
  readonly short: boolean
}

export type FindNumber = (utterance: string) => KnownContact | undefined

/** Makes the recogniser of phone numbers and addresses that stand in the knowledge, in any spacing, whatever their status. */
export function createFindNumber(services: ReadonlyMap<string, Service>): FindNumber {
  const known = new Map<string, KnownContact>()
  const points = [...services].flatMap(([id, service]) =>
    service.contactPoints.map((point) => ({ id, point, status: statusOf(service, point) }))
  )
  for (const { id, point, status } of points.sort((a, b) => rank(a) - rank(b))) {
    const key = contactKey(point)
    if (key !== '' && !known.has(key)) known.set(key, { service: id, status, short: /^\d{1,4}$/.test(key) })
  }
  return (utterance) => {
    const numbers = [...utterance.matchAll(/[+\d][\d ()./-]*/g)].filter((run) => isWhole(run, utterance)).map(([run]) => run)
    const addresses = utterance.toLowerCase().split(/\s/).map(bare)
    return [...addresses.map(pageKey), ...numbers.map(digits)].map((key) => known.get(key)).find((k) => k !== undefined)
  }
}

/**
 * Current before stale, calls before all else, and a service's own number before one that it only passes on (which has a label):
 * the first owner of a number keeps it.
 */
const rank = ({ point, status }: { point: ContactPoint; status: Status }): number =>
  (status === 'current' ? 0 : 4) + (point.kind === 'phone' ? 0 : 2) + (point.label === undefined ? 0 : 1)

function contactKey(point: ContactPoint): string {
  if ('number' in point) return digits(point.number)
  return 'address' in point ? point.address.toLowerCase() : pageKey(point.url)
}

/** Whether a run of figures ends where its last figure does: "999" in "999ish" is no number. */
const isWhole = ({ 0: run, index }: RegExpExecArray, utterance: string): boolean =>
  !/\d$/.test(run) || !/[\w@]/.test(utterance.charAt(index + run.length))

/** A typed word without the brackets before it and the full stop after it. */
const bare = (word: string): string => word.replace(/^\W{1,9}/, '').replace(/[^\w/]{1,9}$/, '')

const digits = (text: string): string => text.replace(/\D/g, '').replace(/^44(?=\d{9,})/, '0')

const pageKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
