import type { Say } from '../../conversation/createSay.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import type { Service } from '../../knowledge/records/service.js'
import { idOf } from './idOf.js'
import { orNone } from './orNone.js'
import type { Attribute, Organization, ServiceRecord, ServiceSummary } from './schemas.js'
import { toContacts } from './toContacts.js'
import { toSchedules } from './toSchedules.js'

/** One of our services in both its lengths. */
export interface ServiceInBothLengths {
  readonly summary: ServiceSummary
  readonly record: ServiceRecord
}

/**
 * A service record as HSDS has it.
 *
 * - `status`: active, or defunct for one that has been superseded; its `alert` says what to use instead.
 * - `assured_date` is the day on which we last checked it; left out where we could not confirm it. `last_modified` is that day too.
 * - `assurer_email` is that of knowledge/directory.yaml, if somebody answers for these records.
 * - `alert` also says that a number is to be confirmed and on which page, and what we could not confirm.
 */
export function toService(
  serviceId: string,
  service: Service,
  attributes: Attribute[],
  organization: Organization,
  { regions, directory }: Knowledge,
  say: Say
): ServiceInBothLengths {
  const { url, email, ...reach } = toContacts(service, serviceId, say)
  const defunct = service.status === 'superseded'
  const summary: ServiceSummary = {
    id: serviceId,
    organization_id: organization.id,
    name: service.name,
    description: sentences(service.summary, service.anonymity.says),
    url,
    email,
    status: defunct ? 'defunct' : 'active',
    application_process: service.expect,
    eligibility_description:
      sentences(service.eligibility, service.notFor.length === 0 ? undefined : `Not for: ${service.notFor.join('; ')}.`) || undefined,
    fees_description: service.cost,
    assurer_email: directory.assurerEmail,
    assured_date: service.status === 'unverified' ? undefined : service.checked,
    alert: alertOf(service, say),
    last_modified: `${service.checked}T00:00:00.000Z`,
    organization
  }
  const record = {
    ...summary,
    ...reach,
    schedules: orNone(toSchedules(service.schedule, serviceId, service.hoursNote)),
    service_areas: orNone(toServiceAreas(service, serviceId, regions)),
    service_at_locations: defunct ? undefined : [toPlace(serviceId, service.name, url)],
    languages: orNone(service.languages.map((name) => ({ id: idOf('language', serviceId, name), service_id: serviceId, name }))),
    cost_options: orNone(toCosts(service.cost, serviceId)),
    attributes: orNone(attributes)
  }
  return { summary, record }
}

function alertOf({ status, contactPoints, whyNotGiven }: Service, say: Say): string | undefined {
  if (status !== 'current') return whyNotGiven
  const page = contactPoints.find(({ confirmOn }) => confirmOn !== undefined)?.confirmOn
  return page === undefined ? undefined : say('labels.confirm', 'public', { page })
}

const toServiceAreas = ({ serviceArea }: Service, serviceId: string, regions: Knowledge['regions']) =>
  serviceArea.map((area) => ({ id: idOf('service_area', serviceId, area), service_id: serviceId, name: regions.get(area) ?? area }))

/** Where it is reached: nowhere that one could go to, but HSDS finds services by their place. */
function toPlace(serviceId: string, name: string, url: string | undefined) {
  const location = { id: idOf('location', serviceId), location_type: 'virtual' as const, name, url }
  return { id: idOf('service_at_location', serviceId), service_id: serviceId, location_id: location.id, location }
}

function toCosts(cost: string | undefined, serviceId: string) {
  if (cost === undefined) return []
  const option = { id: idOf('cost_option', serviceId), service_id: serviceId, amount_description: cost }
  return [/^free($|[,;] )/.test(cost) ? { ...option, amount: 0 as const, currency: 'gbp' as const } : option]
}

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' ')
