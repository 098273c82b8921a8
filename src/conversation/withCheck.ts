import type { Context, Draft } from './Context.js'
import { choices, text } from './parts.js'

const notChecked = new Set(['emergency', 'courtesy', 'refusal'])

const notCheckedAsks = new Set(['denial', 'fact'])

/** Where danger is possible, a condition and a question stand before what was decided anyway. */
export function withCheck(draft: Draft, { verdict, say, audience, state, ask, reading }: Context): Draft {
  const asked =
    state.awaiting === 'danger' || reading.namedTopic !== undefined || notChecked.has(draft.kind) || notCheckedAsks.has(ask ?? '')
  if (verdict.level !== 'check' || asked) return draft
  const question = [
    text('lead', say('check.first', audience)),
    text('question', say('check.question', audience)),
    choices([say('check.yes', audience), say('check.no', audience)])
  ]
  return {
    ...draft,
    kind: 'check',
    parts: [...question, ...draft.parts],
    withoutStandingLine: true,
    remember: { ...draft.remember, awaiting: 'danger', ...(verdict.danger !== undefined && { danger: verdict.danger }) }
  }
}
