import type { Say } from '../../conversation/createSay.js'
import { pointsToShow } from '../../conversation/createOffer.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import type { Service } from '../../knowledge/records/service.js'
import { serves } from '../../knowledge/serves.js'
import { createTaxonomies, type Taxonomies } from './createTaxonomies.js'
import { idOf } from './idOf.js'
import type { Organization } from './schemas.js'
import { toService, type ServiceInBothLengths } from './toService.js'

export interface ListedService extends ServiceInBothLengths {
  /** Ids of the areas where it serves. */
  readonly areas: readonly string[]
}

/** All that this channel gives out, made once. */
export interface Directory extends Pick<Taxonomies, 'taxonomies' | 'terms'> {
  readonly services: readonly ListedService[]
  readonly organizations: readonly Organization[]
}

/**
 * Makes the records of every service that may be listed: those that we offer, and as defunct those that have been superseded, so that
 * whoever keeps a copy learns of it. Another place's service and one with nothing that may be shown are not listed at all.
 */
export function createDirectory(knowledge: Knowledge, say: Say): Directory {
  const listed = [...knowledge.services].filter(([, service]) => mayBeListed(service))
  const organizations = toOrganizations(listed.map(([, service]) => service))
  const { taxonomies, terms, attributesOf } = createTaxonomies(knowledge)
  const services = listed.flatMap(([id, service]) => {
    const serviceId = idOf('service', id)
    const organization = organizations.get(service.organisation)
    if (organization === undefined) return []
    const made = toService(serviceId, service, attributesOf(id, service, serviceId), organization, knowledge, say)
    return [{ ...made, areas: [...knowledge.areas.keys()].filter((area) => serves(service, area, knowledge)) }]
  })
  return { services, organizations: [...organizations.values()], taxonomies, terms }
}

const mayBeListed = (service: Service): boolean =>
  service.status === 'superseded' || (service.status !== 'elsewhere' && pointsToShow(service).length > 0)

/** HSDS wants a description of each; ours is what it does here. */
function toOrganizations(services: readonly Service[]): Map<string, Organization> {
  const names = [...new Set(services.map(({ organisation }) => organisation))]
  return new Map(
    names.map((name) => {
      const own = services.filter(({ organisation }) => organisation === name).map((service) => service.name)
      return [name, { id: idOf('organization', name), name, description: `Listed here for: ${own.join('; ')}` }]
    })
  )
}
