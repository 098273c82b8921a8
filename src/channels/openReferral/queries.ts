import { z } from 'zod'

const uuid = (field: string) =>
  z
    .uuid({ error: `write ${field} as a UUID, as the lists give it` })
    .toLowerCase()
    .optional()
const whole = (field: string, example: string) => ({ error: `write ${field} as a whole number, as in ${field}=${example}` })
const flag = (field: string) =>
  z
    .enum(['true', 'false'], { error: `write ${field}=true or ${field}=false` })
    .default('false')
    .transform((written) => written === 'true')

/** Open Referral UK: 20 to a page where nothing else is asked, never above 100. */
export const usualPage = 20
const largestPage = 100

const paging = {
  page: z.coerce.number(whole('page', '2')).int().min(1, 'pages count from 1').max(Number.MAX_SAFE_INTEGER).default(1),
  per_page: z.coerce
    .number(whole('per_page', '50'))
    .int()
    .min(1, 'ask for at least 1 to a page')
    .max(largestPage, `at most ${String(largestPage)} to a page`)
    .optional(),
  format: z.literal('json', { error: 'only json is given here; leave format out' }).optional()
}
const search = z.string({ error: 'write search once' }).max(200, 'at most 200 characters').optional()

const ofServices = {
  ...paging,
  search,
  taxonomy_id: uuid('taxonomy_id'),
  taxonomy_term_id: uuid('taxonomy_term_id'),
  organization_id: uuid('organization_id'),
  modified_after: z
    .union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
      error: 'write modified_after as 2026-11-21 or 2026-11-21T09:30:00Z'
    })
    .optional(),
  full: flag('full')
}

/*
 * The parameters of each list, by the names of the specification's openapi.json ("components", "parameters"). They add up (AND), so one
 * that is not known is an error: left unread, it would give records that do not fulfil it.
 */
export const serviceQuery = z.strictObject({ ...ofServices, minimal: flag('minimal') })
export const serviceAtLocationQuery = z.strictObject({
  ...ofServices,
  postcode: z.string().optional(),
  proximity: z.coerce.number(whole('proximity', '5000')).int().min(0, 'proximity is in metres, from 0').optional()
})
export const organizationQuery = z.strictObject({ ...paging, search, full: flag('full'), full_service: flag('full_service') })
export const oneOrganizationQuery = z.strictObject({ full_service: flag('full_service') })
export const taxonomyQuery = z.strictObject({ ...paging, search })
export const taxonomyTermQuery = z.strictObject({
  ...taxonomyQuery.shape,
  taxonomy_id: uuid('taxonomy_id'),
  parent_id: uuid('parent_id'),
  top_only: flag('top_only')
})
export const idParameter = z.strictObject({ id: z.uuid({ error: 'write id as a UUID, as the lists give it' }).toLowerCase() })

/** What any of the lists of services can be narrowed by. */
export type ServiceFilter = Omit<z.infer<typeof serviceQuery>, 'minimal'>
