import { contactValue } from '../../knowledge/contactValue.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import { namedServices } from '../../knowledge/namedServices.js'
import { statusOf } from '../../knowledge/statusOf.js'
import type { Saying } from '../sayings.js'
import type { Finding } from './Finding.js'

/** Numbers and addresses in our sentences that may not be given, or are no record; and services named to people that may not be. */
export function checkShown(sayings: readonly Saying[], knowledge: Knowledge): Finding[] {
  const points = [...knowledge.services.values()].flatMap((service) =>
    service.contactPoints.map((point) => ({ value: contactValue(point), current: statusOf(service, point) === 'current' }))
  )
  const current = new Set(points.filter((point) => point.current).map(({ value }) => plain(value)))
  const withheld = points.filter(({ value }) => !current.has(plain(value)) && plain(value).length > 3).map(({ value }) => value)
  return [
    ...sayings.flatMap((saying) => numbersIn(saying, current, withheld)),
    ...namedServices(knowledge).flatMap(({ file, refs }) => refs.flatMap((id) => mayNotBeNamed(file, id, knowledge)))
  ]
}

function numbersIn({ file, field, text }: Saying, current: ReadonlySet<string>, withheld: readonly string[]): Finding[] {
  const bare = plain(text)
  const stale = withheld.filter((value) => bare.includes(plain(value)))
  const unknown = (text.match(phone) ?? []).filter(
    (number) => !current.has(plain(number)) && !stale.some((value) => plain(value) === plain(number))
  )
  return [
    ...stale.map((value) => mend(file, `${field}: prints ${value}, which may not be given; take it out`)),
    ...unknown.map((number) =>
      mend(file, `${field}: prints ${number}, which is no contact point of a service; take it out or add the record`)
    )
  ]
}

const phone = /(?<![\d,/-])(?:\+44|0)\d[\d ()-]{7,12}\d(?!\d)/g

/** Without spaces, case and protocol, so that a number is found however it is set. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/https?:\/\/(?:www\.)?/g, '')
    .replace(/\+44/g, '0')
    .replace(/[\s()-]/g, '')

function mayNotBeNamed(file: string, id: string, { services }: Knowledge): Finding[] {
  const status = services.get(id)?.status
  if (status !== 'superseded' && status !== 'elsewhere') return []
  return [mend(file, `names ${id}, which is ${status} and never shown; name the service that took its place`)]
}

const mend = (file: string, says: string): Finding => ({ weight: 'mend', file, says })
