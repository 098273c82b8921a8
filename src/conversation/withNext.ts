import type { Context, Draft } from './Context.js'
import { nextQuestions } from './nextQuestions.js'
import { choices } from './parts.js'

const offersMore = new Set(['signpost', 'signs', 'advice', 'fact'])

/** After a reply about a worry stand the questions that may follow, to be tapped: those that we can answer and did not just answer. */
export function withNext(draft: Draft, { knowledge, say, audience }: Context): Draft {
  const topic = knowledge.topics.get(draft.topic ?? '')
  if (!offersMore.has(draft.kind) || topic?.kind !== 'concern') return draft
  const open = nextQuestions.filter(({ has, given }) => has(topic) && !given(draft))
  if (open.length === 0) return draft
  const words = open.map(({ says }) => say(says, audience))
  return { ...draft, parts: [...draft.parts, choices(words, 'next')] }
}
