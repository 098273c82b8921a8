import { z } from 'zod'
import { createDocument, type ZodOpenApiPathItemObject } from 'zod-openapi'
import {
  idParameter,
  oneOrganizationQuery,
  organizationQuery,
  serviceAtLocationQuery,
  serviceQuery,
  taxonomyQuery,
  taxonomyTermQuery
} from './queries.js'
import {
  apiDetails,
  failure,
  organization,
  organizationWithFullServices,
  organizationWithServices,
  pageOf,
  service,
  serviceAtLocation,
  serviceAtLocationSummary,
  serviceMinimal,
  serviceSummary,
  taxonomy,
  taxonomyTerm
} from './schemas.js'

const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })

const listOf = (what: string, query: z.ZodObject, item: z.ZodType): ZodOpenApiPathItemObject => ({
  get: {
    summary: `${what}, page by page`,
    requestParams: { query },
    responses: { 200: json(pageOf(item), 'One page'), 400: json(failure, 'A parameter is not as described; it is named') }
  }
})

const oneOf = (what: string, item: z.ZodType, query?: z.ZodObject): ZodOpenApiPathItemObject => ({
  get: {
    summary: `One ${what}`,
    requestParams: { path: idParameter, ...(query !== undefined && { query }) },
    responses: {
      200: json(item, 'With all that belongs to it'),
      400: json(failure, 'The id is not a UUID'),
      404: json(failure, 'There is none with this id')
    }
  }
})

/** The OpenAPI 3.1 document of the Open Referral API, made from the schemas that guard it. */
export const openApi = createDocument({
  openapi: '3.1.0',
  info: {
    title: 'Signpost, Open Referral',
    version: 'HSDS-UK-3.0',
    description: 'The services that Signpost gives out, as HSDS 3.0 with the UK profile. Open to anybody, to read only.'
  },
  servers: [{ url: '/openreferral' }],
  paths: {
    '/': { get: { summary: 'What this API is', responses: { 200: json(apiDetails, 'Version, profile and this document') } } },
    '/services': listOf('Services', serviceQuery, z.union([serviceSummary, service, serviceMinimal])),
    '/services/{id}': oneOf('service', service),
    '/service_at_locations': listOf(
      'Services at their locations',
      serviceAtLocationQuery,
      z.union([serviceAtLocationSummary, serviceAtLocation])
    ),
    '/service_at_locations/{id}': oneOf('service at its location', serviceAtLocation),
    '/taxonomies': listOf('Taxonomies', taxonomyQuery, taxonomy),
    '/taxonomies/{id}': oneOf('taxonomy', taxonomy),
    '/taxonomy_terms': listOf('Terms', taxonomyTermQuery, taxonomyTerm),
    '/taxonomy_terms/{id}': oneOf('term', taxonomyTerm),
    '/organizations': listOf(
      'Organisations',
      organizationQuery,
      z.union([organization, organizationWithServices, organizationWithFullServices])
    ),
    '/organizations/{id}': oneOf('organisation', z.union([organizationWithServices, organizationWithFullServices]), oneOrganizationQuery)
  }
})
