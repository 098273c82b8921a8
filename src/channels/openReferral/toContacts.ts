import { pointsToShow } from '../../conversation/createOffer.js'
import type { Say } from '../../conversation/createSay.js'
import type { ContactPoint, Service } from '../../knowledge/records/service.js'
import { idOf } from './idOf.js'
import { orNone } from './orNone.js'
import type { Contact, Phone, ServiceRecord } from './schemas.js'
import { hoursInWords } from './toSchedules.js'

type Reach = Pick<ServiceRecord, 'url' | 'email' | 'additional_urls' | 'phones' | 'contacts'>

/** Every way to reach a service that may be shown, and none other. What has to be known with a number or an address stands beside it. */
export function toContacts(service: Service, serviceId: string, say: Say): Reach {
  const points = pointsToShow(service)
  const contacts = points.flatMap((point) => toContact(point, service.name, serviceId, say))
  const links = points.flatMap((point) => ('url' in point ? [point] : []))
  const main = links.find(({ kind }) => kind === 'web') ?? links[0]
  return {
    url: main?.url,
    email: contacts.find(({ email, title }) => email !== undefined && title === undefined)?.email,
    additional_urls: orNone(
      links
        .filter((point) => point !== main || wordsOf(point, say) !== undefined)
        .map((point) => ({
          id: idOf('url', serviceId, point.kind, point.url),
          service_id: serviceId,
          label: wordsOf(point, say) ?? point.kind,
          url: point.url
        }))
    ),
    phones: orNone(contacts.flatMap(({ phones }) => phones ?? [])),
    contacts: orNone(contacts)
  }
}

function toContact(point: ContactPoint, name: string, serviceId: string, say: Say): Contact[] {
  if ('url' in point) return []
  const value = 'number' in point ? point.number : point.address
  const contact = { id: idOf('contact', serviceId, point.kind, value), service_id: serviceId, name }
  const words = wordsOf(point, say)
  if ('address' in point) return [{ ...contact, title: words, email: point.address }]
  const phone: Phone = {
    id: idOf('phone', serviceId, point.kind, value),
    service_id: serviceId,
    contact_id: contact.id,
    number: value,
    type: point.kind === 'text' ? 'text' : 'voice',
    description: words
  }
  return [{ ...contact, phones: [phone] }]
}

/** Label, note, cost and hours of one contact point, and whether it should be confirmed first. */
function wordsOf(point: ContactPoint, say: Say): string | undefined {
  const confirm = point.confirmOn === undefined ? undefined : say('labels.confirm', 'public', { page: point.confirmOn })
  const parts = [point.label, point.note, point.cost, hoursOf(point), confirm].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.map((part) => sentenceCase(part.replace(/\.$/, ''))).join('. ')
}

/** Hours of its own. That a page or a form is always there needs no words. */
function hoursOf({ kind, schedule }: ContactPoint): string | undefined {
  if (schedule === undefined || schedule === 'unknown') return undefined
  return schedule === 'always' && kind !== 'phone' && kind !== 'text' ? undefined : hoursInWords(schedule)
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
