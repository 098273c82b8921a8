import type { Draft, Finding } from '../Context.js'
import { text } from '../parts.js'
import { pointsToShow } from '../createOffer.js'

/** Somebody typed a number or address that we know: whose it is, whether it still holds, and today's contact. */
export const knownNumber = ({ reading, knowledge, say, audience, offer, ask }: Finding): Draft | undefined => {
  const { contact } = reading
  const service = contact === undefined ? undefined : knowledge.services.get(contact.service)
  if (contact === undefined || service === undefined) return undefined
  if (contact.short && (reading.words.length > 3 || ask === 'about-999')) return undefined
  const current = contact.status === 'current' && pointsToShow(service).length > 0
  const confirm = service.contactPoints.some((point) => point.confirmOn !== undefined)
  const answer = current
    ? say(confirm ? 'answers.number-confirm' : 'answers.number-current', audience, { service: service.name })
    : (service.whyNotGiven ?? say('answers.number-not-current', audience))
  const offered = offer(
    current ? [contact.service] : [...service.supersededBy, ...(service.status === 'current' ? [contact.service] : [])],
    3
  )
  return {
    kind: 'fact',
    ask: ask ?? 'contact-details',
    parts: [text('answer', answer), ...offered.parts],
    offer: offered,
    remember: { service: contact.service }
  }
}
