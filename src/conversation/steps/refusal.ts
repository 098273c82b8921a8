import { forAudience } from '../../knowledge/records/audience.js'
import { looksOutside } from '../../understanding/looksOutside.js'
import type { Context, Step } from '../Context.js'
import { text } from '../parts.js'

/** A request to harm, or to see what is not theirs: a plain refusal and, for harm, where help is. */
export const refusal: Step = ({ ask, reading, hints, say, audience, knowledge, offer }) => {
  const prying = hints('prying', reading.words)
  if (ask !== 'harmful-request' && !prying) return undefined
  if (prying) return { kind: 'refusal', ask: 'harmful-request', parts: [text('answer', say('refusal.other-harm', audience))] }
  const offered = offer(knowledge.firstContacts.harmfulRequest, 2)
  return {
    kind: 'refusal',
    ask,
    topic: knowledge.firstContacts.harmfulTopic,
    parts: [text('answer', say('refusal.harmful-request', audience)), ...offered.parts],
    offer: offered
  }
}

/** Legal and medical questions: what we cannot do, and who can. */
export const legalOrMedical: Step = ({ ask, say, audience, knowledge, offer, topicId }) => {
  if (ask !== 'legal-or-medical') return undefined
  const { legalOrMedical: refs } = knowledge.firstContacts
  const offered = offer(forAudience(refs, audience))
  return {
    kind: 'refusal',
    ask,
    topic: topicId,
    parts: [text('answer', say('refusal.legal-or-medical', audience)), ...offered.parts],
    offer: offered
  }
}

/** Nothing that we help with; only when that is likely and no topic is, so that no worry is turned away. */
export const outOfScope: Step = (context) =>
  sure(context)
    ? { kind: 'refusal', ask: 'out-of-scope', parts: [text('answer', context.say('refusal.out-of-scope', context.audience))] }
    : undefined

function sure({ reading, verdict, settings, topicId, hints }: Context): boolean {
  const { words, place, audience, familiar } = reading
  const { outOfScope: least, leastFamiliar } = settings.understanding
  const worried = verdict.level !== 'none' || topicId !== undefined || hints('worry', words)
  const likelyOurs = place !== undefined || audience !== undefined || hints('whom', words)
  const ask = worried ? least.askOfWorried : likelyOurs ? least.askWithPlaceOrSpeaker : least.ask
  return familiar >= leastFamiliar && looksOutside(reading, { ask, noTopic: least.noTopic })
}
