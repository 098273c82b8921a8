import type { Settings } from '../../knowledge/records/settings.js'
import type { Reading, Share } from '../../understanding/Reading.js'
import type { Step } from '../Context.js'
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
  const offered = offer(refs[audience] ?? refs.public)
  return {
    kind: 'refusal',
    ask,
    topic: topicId,
    parts: [text('answer', say('refusal.legal-or-medical', audience)), ...offered.parts],
    offer: offered
  }
}

/** Nothing that we help with; only when that is likely and no topic is, so that no worry is turned away. */
export const outOfScope: Step = ({ verdict, reading, settings, say, audience }) =>
  verdict.level === 'none' && sure(reading, settings.understanding)
    ? { kind: 'refusal', ask: 'out-of-scope', parts: [text('answer', say('refusal.out-of-scope', audience))] }
    : undefined

function sure({ asks, topics, place, audience }: Reading, { outOfScope: least }: Settings['understanding']): boolean {
  const share = (shares: readonly Share[], wanted: string): number => shares.find(({ id }) => id === wanted)?.share ?? 0
  const needed = place === undefined && audience === undefined ? least.ask : least.askWithPlaceOrSpeaker
  return share(asks, 'out-of-scope') >= needed && share(topics, 'none') >= least.noTopic
}
