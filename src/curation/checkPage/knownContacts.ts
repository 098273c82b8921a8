import { pointsToShow } from '../../conversation/createOffer.js'
import type { ContactPoint, Service, Status } from '../../knowledge/records/service.js'
import { statusOf } from '../../knowledge/statusOf.js'
import { keyOfPoint, siteOf } from './contactKey.js'
import { groupBy } from './groupBy.js'

/** A contact point of the knowledge, with the service that it belongs to. */
export interface Owner {
  readonly id: string
  readonly service: Service
  readonly point: ContactPoint
  readonly status: Status
  /** It may be given to people. */
  readonly given: boolean
}

/** Every contact of the knowledge by its key, and every site by its host; the owner that answers for it stands first. */
export interface KnownContacts {
  readonly owners: ReadonlyMap<string, readonly Owner[]>
  readonly sites: ReadonlyMap<string, readonly Owner[]>
}

export function knownContacts(services: ReadonlyMap<string, Service>): KnownContacts {
  const all = [...services].flatMap(([id, service]) => ownersIn(id, service)).sort((a, b) => rank(a) - rank(b))
  const pages = all.filter(({ point }) => 'url' in point)
  return {
    owners: groupBy(all, ({ point }) => keyOfPoint(point)),
    sites: groupBy(pages, ({ point }) => siteOf(keyOfPoint(point)))
  }
}

function ownersIn(id: string, service: Service): Owner[] {
  const given = pointsToShow(service)
  return service.contactPoints.map((point) => ({
    id,
    service,
    point,
    status: statusOf(service, point),
    given: given.includes(point)
  }))
}

/** What may be given before what may not, calls before all else, and a service's own number before one that it only passes on. */
const rank = ({ point, given }: Owner): number => (given ? 0 : 4) + (point.kind === 'phone' ? 0 : 2) + (point.label === undefined ? 0 : 1)
