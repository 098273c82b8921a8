import type { ContactPoint, Service, Status } from '../knowledge/records/service.js'

/** A number or address that somebody typed, and what is known of it. */
export interface KnownContact {
  readonly service: string
  readonly status: Status
}

export type FindNumber = (utterance: string) => KnownContact | undefined

/** Makes the recogniser of phone numbers and addresses that stand in the knowledge, in any spacing, whatever their status. */
export function createFindNumber(services: ReadonlyMap<string, Service>): FindNumber {
  const known = new Map<string, KnownContact>()
  for (const [id, service] of [...services].sort(([, a], [, b]) => Number(b.status === 'current') - Number(a.status === 'current')))
    for (const point of service.contactPoints) {
      const key = contactKey(point)
      if (key !== '' && !known.has(key)) known.set(key, { service: id, status: point.status ?? service.status })
    }
  return (utterance) => {
    const numbers = utterance.match(/\+?\d[\d ()./-]*\d/g) ?? []
    const addresses = utterance.toLowerCase().match(/[\w.+-]+@[\w.-]+\w|(?:[\w-]+\.)+[a-z]{2,}(?:\/[\w/.-]*)?/g) ?? []
    return [...numbers.map(digits), ...addresses.map(pageKey)].map((key) => known.get(key)).find((k) => k !== undefined)
  }
}

function contactKey(point: ContactPoint): string {
  if ('number' in point) return digits(point.number)
  return 'address' in point ? point.address.toLowerCase() : pageKey(point.url)
}

const digits = (text: string): string => text.replace(/\D/g, '').replace(/^44(?=\d{9,})/, '0')

const pageKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
