import type { Step } from '../Context.js'
import { text } from '../parts.js'
import { emergencyDraft } from './emergency.js'
import { signpostDraft } from './signpost.js'

/** The turn before asked whether somebody is in danger: yes leads to 999, no goes on with what was already read. */
export const answerToCheck: Step = (context) => {
  const { state, reading, hints, say, audience } = context
  if (state.awaiting !== 'danger') return undefined
  const danger = context.dangers[state.danger ?? '']
  if (hints('yes', reading.words)) return emergencyDraft(context, danger?.response ?? 'police', danger?.topic)
  if (!hints('no', reading.words)) return undefined
  const draft = signpostDraft(context)
  return { ...draft, parts: [text('lead', say('check.not-now', audience)), ...draft.parts] }
}
