import type { Context, Draft } from './Context.js'
import type { Reply } from './Reply.js'

const aboutTopic = new Set(['emergency', 'check', 'signpost', 'signs', 'advice', 'fact'])

/** The names of the place and the topic that a reply goes by, so that a person can see when the wrong one was understood. */
export function understood(draft: Draft, { knowledge, place, reading }: Context): Reply['understood'] {
  const placeCounts = reading.place !== undefined || (draft.offer?.services.length ?? 0) > 0
  const topic = aboutTopic.has(draft.kind) ? knowledge.topics.get(draft.topic ?? '') : undefined
  const names = {
    ...(place !== undefined && placeCounts && { place: place.name }),
    ...(topic !== undefined && { topic: topic.name })
  }
  return Object.keys(names).length > 0 ? names : undefined
}
