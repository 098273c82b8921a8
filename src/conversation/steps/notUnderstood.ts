import { forAudience } from '../../knowledge/records/audience.js'
import type { Context, Draft, Step } from '../Context.js'
import { choices, text } from '../parts.js'
import { commonQuestions } from './courtesy.js'
import { signpostDraft, servicesFor } from './signpost.js'

/** Said again: the contacts of the turn before. */
export const repeat: Step = (context): Draft | undefined => {
  const { ask, state, say, audience, answers } = context
  if (ask !== 'repeat-or-clarify') return undefined
  const answer = state.answer === undefined ? undefined : answers.get(state.answer)
  if (answer !== undefined)
    return {
      kind: 'fact',
      ask,
      topic: state.topic,
      parts: [text('lead', say('courtesy.repeat', audience)), text('answer', forAudience(answer.says, audience))],
      remember: { ...(state.answer !== undefined && { answer: state.answer }) }
    }
  if (state.topic === undefined && state.service === undefined && state.ask === undefined)
    return {
      kind: 'courtesy',
      ask,
      parts: [text('answer', say('courtesy.nothing-to-repeat', audience)), choices(commonQuestions(context))]
    }
  const refs = state.service === undefined ? undefined : [state.service]
  const draft = signpostDraft(context)
  const offer = refs === undefined ? draft.offer : context.offer(refs, 2)
  return {
    ...draft,
    ask: state.ask,
    parts: [text('lead', say('courtesy.repeat', audience)), ...(refs === undefined ? draft.parts : (offer?.parts ?? []))],
    ...(offer !== undefined && { offer })
  }
}

/** "No", "it is over": thanks, and the contacts that were fitting. */
export const denial: Step = (context): Draft | undefined => {
  const { ask, say, audience, topicId } = context
  if (ask !== 'denial') return undefined
  const offer = context.offer(servicesFor(context), 3)
  return { kind: 'courtesy', ask, topic: topicId, parts: [text('answer', say('courtesy.denied', audience)), ...offer.parts], offer }
}

/** A place that is not known, where one was asked for. */
export const placeUnknown: Step = (context) => {
  const { state, reading, hints, say, audience } = context
  if (state.awaiting !== 'place' || context.place !== undefined || reading.words.length > 6) return undefined
  if (!hints('place-unknown', reading.words)) return undefined
  const draft = signpostDraft({ ...context, ask: state.ask ?? context.ask })
  return { ...draft, parts: [text('lead', say('place.unknown', audience)), ...draft.parts.filter((p) => p.type !== 'text')] }
}

/** Nothing was clear enough: two likely topics to choose from, and who can help meanwhile. */
export function clarify(context: Context): Draft {
  const { reading, say, audience, knowledge, topicId } = context
  const named = reading.topics
    .filter(({ id, share }) => id !== 'none' && share >= 0.1)
    .slice(0, 2)
    .map(({ id }) => knowledge.topics.get(id)?.name ?? id)
  const offer = context.offer(servicesFor(context), 3)
  const sure = named.length === 2
  return {
    kind: sure ? 'clarify' : 'notUnderstood',
    topic: topicId,
    parts: [
      text('answer', say('answers.not-understood', audience)),
      text('question', say('answers.clarify', audience)),
      choices(sure ? named : commonQuestions(context)),
      ...offer.parts
    ],
    offer
  }
}
