import { z } from 'zod'

/*
 * What this channel gives out, and nothing else: every object is strict, and a field without a value is left out, never null or empty
 * (openreferraluk.org/developers/compliance). Fields follow HSDS 3.0 (docs.openreferral.org/en/v3.0/hsds/schema_reference.html) and, where
 * the two differ, carry what the UK profile needs beside it (openreferraluk.org/developers/schemata).
 */
const id = z.uuid()
const text = z.string().min(1)
const day = z.iso.date()
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).optional()

/** Schema reference, "taxonomy". */
export const taxonomy = z.strictObject({ id, name: text, description: text }).meta({ id: 'Taxonomy' })

/** Schema reference, "taxonomy_term"; `code` is our own id. */
export const taxonomyTerm = z
  .strictObject({ id, code: text, name: text, description: text, taxonomy: text, taxonomy_id: id, language: z.literal('en') })
  .meta({ id: 'TaxonomyTerm' })

/** Schema reference, "attribute", in the form of field_guidance.html, "Applying data to objects". */
export const attribute = z
  .strictObject({
    id,
    link_id: id,
    link_entity: z.literal('service'),
    link_type: z.enum(['topic', 'intended_audience']),
    taxonomy_term_id: id,
    taxonomy_term: taxonomyTerm
  })
  .meta({ id: 'Attribute' })

/** Schema reference, "phone"; the UK profile hangs it on a contact. `text` is the name for SMS there (RFC 6350). */
export const phone = z
  .strictObject({
    id,
    service_id: id,
    contact_id: id,
    number: text,
    type: z.enum(['voice', 'text']),
    description: text.optional()
  })
  .meta({ id: 'Phone' })

/** Schema reference, "contact". One for each number or address; never a person. */
export const contact = z
  .strictObject({ id, service_id: id, name: text, title: text.optional(), email: z.email().optional(), phones: some(phone) })
  .meta({ id: 'Contact' })

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Schema reference, "schedule". Without `freq` it says in words what is known of the hours. */
export const schedule = z
  .strictObject({
    id,
    service_id: id,
    freq: z.literal('WEEKLY').optional(),
    byday: z
      .string()
      .regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/)
      .optional(),
    opens_at: clock.optional(),
    closes_at: clock.optional(),
    description: text,
    notes: text.optional()
  })
  .meta({ id: 'Schedule' })

/** Schema reference, "service_area". */
export const serviceArea = z.strictObject({ id, service_id: id, name: text }).meta({ id: 'ServiceArea' })

/** Schema reference, "url" (HSDS 3.1 onwards). */
export const additionalUrl = z.strictObject({ id, service_id: id, label: text, url: z.url() }).meta({ id: 'Url' })

/** Schema reference, "language". */
export const language = z.strictObject({ id, service_id: id, name: text }).meta({ id: 'Language' })

/** Schema reference, "cost_option". */
export const costOption = z
  .strictObject({
    id,
    service_id: id,
    amount: z.literal(0).optional(),
    currency: z.literal('gbp').optional(),
    amount_description: text
  })
  .meta({ id: 'CostOption' })

/** Schema reference, "location". We hold no addresses: whoever is listed is reached by phone, by text or online. */
export const location = z
  .strictObject({ id, location_type: z.literal('virtual'), name: text, url: z.url().optional() })
  .meta({ id: 'Location' })

/** Schema reference, "organization". */
export const organization = z.strictObject({ id, name: text, description: text }).meta({ id: 'Organization' })

/** Schema reference, "service": the fields that a list gives (api_reference.html, "Lists"). */
export const serviceSummary = z
  .strictObject({
    id,
    organization_id: id,
    name: text,
    description: text,
    url: z.url().optional(),
    email: z.email().optional(),
    status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
    application_process: text.optional(),
    eligibility_description: text.optional(),
    fees_description: text.optional(),
    assured_date: day.optional(),
    assurer_email: z.email().optional(),
    alert: text.optional(),
    last_modified: z.iso.datetime({ precision: 3 }),
    organization
  })
  .meta({ id: 'ServiceSummary' })

const link = { id, service_id: id, location_id: id, location }

/** Schema reference, "service_at_location", as it stands inside a service. */
export const serviceAtLocationLink = z.strictObject(link).meta({ id: 'ServiceAtLocationLink' })

/** Schema reference, "service", with all that belongs to it. */
export const service = serviceSummary
  .extend({
    additional_urls: some(additionalUrl),
    phones: some(phone),
    contacts: some(contact),
    schedules: some(schedule),
    service_areas: some(serviceArea),
    service_at_locations: some(serviceAtLocationLink),
    languages: some(language),
    cost_options: some(costOption),
    attributes: some(attribute)
  })
  .meta({ id: 'Service' })

/** A service of a list that was asked to be minimal: openapi.json, parameter "minimal". */
export const serviceMinimal = z.strictObject({ id, modified_date: z.iso.datetime({ precision: 3 }) }).meta({ id: 'ServiceMinimal' })

export const serviceAtLocationSummary = z.strictObject({ ...link, service: serviceSummary }).meta({ id: 'ServiceAtLocationSummary' })
export const serviceAtLocation = z.strictObject({ ...link, service }).meta({ id: 'ServiceAtLocation' })

/** An organisation with its services, in short. */
export const organizationWithServices = organization.extend({ services: z.array(serviceSummary) }).meta({ id: 'OrganizationWithServices' })
export const organizationWithFullServices = organization.extend({ services: z.array(service) }).meta({ id: 'OrganizationWithFullServices' })

/** api_reference.html, 'The "/" endpoint'. */
export const apiDetails = z.strictObject({ version: text, profile: z.url(), openapi_url: z.url() }).meta({ id: 'ApiDetails' })

/** Open Referral UK's ErrorResponse (`error`, `message`), with the field of ours. */
export const failure = z
  .strictObject({ error: z.enum(['bad-request', 'not-found']), message: text, field: text })
  .meta({ id: 'OpenReferralFailure' })

/** The envelope of every list: api_reference.html, "Lists". */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    total_items: z.int().min(0),
    total_pages: z.int().min(1),
    page_number: z.int().min(1),
    size: z.int().min(0),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(item)
  })

export type Attribute = z.infer<typeof attribute>
export type Contact = z.infer<typeof contact>
export type Phone = z.infer<typeof phone>
export type Schedule = z.infer<typeof schedule>
export type Taxonomy = z.infer<typeof taxonomy>
export type TaxonomyTerm = z.infer<typeof taxonomyTerm>
export type Organization = z.infer<typeof organization>
export type ServiceSummary = z.infer<typeof serviceSummary>
export type ServiceRecord = z.infer<typeof service>
