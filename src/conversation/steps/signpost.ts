import { forAudience } from '../../knowledge/records/audience.js'
import type { Draft, Finding, Step } from '../Context.js'
import { isOutside, type Offer } from '../createOffer.js'
import type { Part } from '../Reply.js'
import { sourceParts, text } from '../parts.js'

const asksForPeople = new Set(['who-to-call', 'how-to-report', 'correction'])

/** Whom to turn to, for this topic, this person and this place. */
export const signpost: Step = (context) => {
  const wanted = context.ask !== undefined && (asksForPeople.has(context.ask) || context.ask === 'what-to-do')
  const known = context.topicIsNew || context.reading.audience !== undefined
  return wanted || (context.ask === undefined && known) ? signpostDraft(context) : undefined
}

/** A place and little else: the place that was asked for, or another one; what was wanted stays as it was. */
export const placeTold: Step = (context) => {
  const { reading, state, topicIsNew } = context
  const little = reading.words.length <= 4 || (state.awaiting === 'place' && reading.words.length <= 8)
  if (reading.place === undefined || !little || topicIsNew || reading.service !== undefined) return undefined
  return signpostDraft({ ...context, ask: state.ask === undefined || !asksForPeople.has(state.ask) ? 'who-to-call' : state.ask })
}

export function signpostDraft(context: Finding): Draft {
  const { topic, topicId, audience, ask, knowledge, say } = context
  const offer = context.offer(servicesFor(context))
  const lead = topic === undefined ? say('answers.who-to-call', audience) : forAudience(topic.lead, audience)
  const sources = topic === undefined ? [] : sourceParts(topic.sources, { knowledge, say })
  return {
    kind: 'signpost',
    parts: [text('lead', lead), ...placeParts(context, offer.placeNeeded), ...gapParts(context, offer), ...offer.parts, ...sources],
    offer,
    topic: topicId,
    ask: ask ?? 'who-to-call',
    ...(offer.placeNeeded && { remember: { awaiting: 'place' } })
  }
}

/** The references of the topic, for this ask and this person; the general ones without a topic. */
export function servicesFor(context: Finding): readonly string[] {
  const { topic, ask, audience, place, knowledge } = context
  const ofTopic =
    (audience === 'public' ? topic?.servicesForAsk[ask ?? ''] : undefined) ??
    topic?.services[audience] ??
    (place === undefined ? topic?.servicesWithoutPlace : undefined) ??
    topic?.services.public
  const own = ofTopic ?? withoutTopic(context)
  if (!isOutside(place, knowledge)) return own
  return audience === 'child' || audience === 'worried-about-self' ? [...own, 'area:children'] : ['area:children', ...own]
}

/** Without a topic: the council of the place first; while the place is not known, a helpline that serves everywhere first. */
function withoutTopic({ ask, audience, place, knowledge }: Finding): readonly string[] {
  const { general, placeless } = knowledge.firstContacts
  const list = place === undefined && ask !== 'contact-details' ? placeless : general
  return forAudience(list, audience)
}

/** Between the day line and the night line: try both, and 999 in danger. */
const gapParts = ({ say, audience }: Finding, { gap }: Offer): Part[] => (gap ? [text('note', say('answers.friday-gap', audience))] : [])

/** What is said about the place: outside our area, on a border, or not known yet. */
export function placeParts({ place, topic, knowledge, say, audience }: Finding, placeNeeded: boolean): Part[] {
  const area = place?.areas.length === 1 ? knowledge.areas.get(place.areas[0] ?? '') : undefined
  if (place !== undefined && area?.covered === false)
    return [text('answer', say('place.outside', audience, { place: place.name, area: area.inSentence }))]
  if (!placeNeeded) return []
  if (place !== undefined) return [text('question', say('place.split', audience, { place: place.name }))]
  return [text('question', say(topic?.placeOf === 'adult' ? 'place.ask-adult' : 'place.ask', audience))]
}
