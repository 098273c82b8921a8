import { Router } from 'express'
import { createSay } from '../../conversation/createSay.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import { apiDetails } from './apiDetails.js'
import { createDirectory } from './createDirectory.js'
import { createPostcode } from './createPostcode.js'
import { give } from './give.js'
import { list } from './list.js'
import { listOrganizations, withServices } from './listOrganizations.js'
import { listPlaces, placesOf } from './listPlaces.js'
import { listServices } from './listServices.js'
import { listTerms } from './listTerms.js'
import { holdsWords } from './matches.js'
import { one } from './one.js'
import { openApi } from './openApi.js'
import {
  oneOrganizationQuery,
  organizationQuery,
  serviceAtLocationQuery,
  serviceQuery,
  taxonomyQuery,
  taxonomyTermQuery
} from './queries.js'

/**
 * Open Referral, HSDS 3.0 with the UK profile (HSDS-UK-3.0): our services as other directories read them. GET only, open to anybody
 * without a key and from any origin (openreferraluk.org/developers/compliance). Nothing that was sent is kept or repeated.
 */
export function createOpenReferralRouter(knowledge: Knowledge): Router {
  const directory = createDirectory(knowledge, createSay(knowledge.replies))
  const { services, taxonomies, terms, organizations } = directory
  const placeQuery = serviceAtLocationQuery.extend({ postcode: createPostcode(knowledge).optional() })
  const byId = (records: readonly { readonly id: string }[]) => one((id) => records.find((record) => record.id === id))
  const router = Router()
  router.use((_, response, next) => {
    response.set('Access-Control-Allow-Origin', '*')
    next()
  })
  router.get('/', (request, response) => {
    give(response, apiDetails(request))
  })
  router.get('/openapi.json', (_, response) => {
    give(response, openApi)
  })
  router.get(
    '/services',
    list(serviceQuery, (query) => listServices(directory, query))
  )
  router.get('/services/:id', byId(services.map(({ record }) => record)))
  router.get(
    '/service_at_locations',
    list(placeQuery, (query) => listPlaces(directory, query))
  )
  router.get('/service_at_locations/:id', byId(services.flatMap((service) => placesOf(service, true))))
  router.get(
    '/taxonomies',
    list(taxonomyQuery, ({ search }) => taxonomies.filter(({ name, description }) => holdsWords(search, name, description)))
  )
  router.get('/taxonomies/:id', byId(taxonomies))
  router.get(
    '/taxonomy_terms',
    list(taxonomyTermQuery, (query) => listTerms(directory, query))
  )
  router.get('/taxonomy_terms/:id', byId(terms))
  router.get(
    '/organizations',
    list(organizationQuery, (query) => listOrganizations(directory, query))
  )
  router.get(
    '/organizations/:id',
    one((id, { full_service }) => {
      const found = organizations.find((organization) => organization.id === id)
      return found === undefined ? undefined : withServices(directory, found, full_service)
    }, oneOrganizationQuery)
  )
  return router
}
