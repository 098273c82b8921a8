import { z } from 'zod'
import { answerLine } from '../channels/cli/batch.js'
import type { Signpost } from '../conversation/loadSignpost.js'
import type { Reply } from '../conversation/Reply.js'

const expectation = z.looseObject({
  expect: z.string(),
  route: z.looseObject({ topic: z.string(), audience: z.string(), locality: z.string() }).optional(),
  must_signpost_any: z.array(z.string()).default([]),
  must_include_any: z.array(z.string()).default([]),
  should_not: z.array(z.string()).default([]),
  must_do_any: z.array(z.string()).default([])
})
type Expectation = z.infer<typeof expectation>

/** A labelled message or conversation. */
export const row = expectation.partial({ expect: true }).extend({
  id: z.string(),
  text: z.string().optional(),
  family: z.string().optional(),
  subtle: z.boolean().optional(),
  pair_of: z.string().optional(),
  answers_any: z.array(z.string()).default([]),
  answers_all: z.array(z.string()).default([]),
  turns: z.array(expectation.extend({ user: z.string() })).optional()
})
export type Row = z.infer<typeof row>
/** What labelled rows call our services: key to ids. */
export type Keys = Readonly<Record<string, readonly string[]>>

/** A row, what was replied, and what is wrong with it. */
export interface Judged {
  readonly row: Row
  readonly replies: readonly Reply[]
  readonly faults: readonly string[]
}

/** Runs a row through the code of batch and lists what its labels do not allow. */
export function judge(r: Row, { respond, say }: Signpost, keys: Keys, at: Date): Judged {
  const said = r.turns?.map((turn) => turn.user) ?? [r.text ?? '']
  const result = answerLine(JSON.stringify({ id: r.id, turns: said, at: at.toISOString() }), respond, () => at)
  const replies = 'replies' in result ? result.replies : []
  const turns: readonly (Expectation | Row)[] = r.turns ?? [r]
  const [unknown = ''] = say('answers.not-in-articles').split('.')
  return {
    row: r,
    replies,
    faults: turns.flatMap((turn, i) =>
      faultsOf(turn, r, replies[i], keys, unknown).map((fault) => (r.turns === undefined ? fault : `turn ${String(i + 1)}: ${fault}`))
    )
  }
}

function faultsOf(turn: Expectation | Row, r: Row, reply: Reply | undefined, keys: Keys, unknown: string): string[] {
  if (reply === undefined) return ['no reply']
  const first = firstServices(reply)
  const named = (key: string): readonly string[] => keys[key] ?? [key.replaceAll('_', '-')]
  const text = reply.text.toLowerCase()
  const shown = `kind ${reply.kind}, topic ${reply.topic ?? '-'}, ask ${reply.ask ?? '-'}, first ${first.join('|') || '-'}`
  const faults = [
    turn.expect === 'emergency' && reply.kind !== 'emergency' && `no emergency lead (${shown})`,
    turn.expect !== 'emergency' &&
      (turn.should_not.includes('emergency_lead') || turn.expect === 'not_emergency') &&
      reply.kind === 'emergency' &&
      `false alarm (${shown})`,
    turn.expect !== 'emergency' &&
      turn.must_signpost_any.length > 0 &&
      !turn.must_signpost_any.some((key) => named(key).some((id) => first.includes(id))) &&
      `first contact (${shown}), wanted ${turn.must_signpost_any.join('|')}`,
    ...turn.should_not
      .filter((s) => s.startsWith('first:'))
      .map((s) => first.length > 0 && first.every((id) => named(s.slice(6)).includes(id)) && `must not be first: ${s.slice(6)}`),
    turn.must_include_any.length > 0 &&
      !turn.must_include_any.some((s) => text.includes(s.toLowerCase())) &&
      `text lacks ${turn.must_include_any.join('|')}`,
    turn.expect === 'article_fact' &&
      r.answers_any.length > 0 &&
      !r.answers_any.some((s) => text.includes(s.toLowerCase())) &&
      `fact lacks ${r.answers_any.join('|')}: ${reply.text.slice(0, 140)}`,
    turn.expect === 'article_fact' &&
      !r.answers_all.every((s) => text.includes(s.toLowerCase())) &&
      `fact lacks all of ${r.answers_all.join('|')}`,
    turn.expect === 'not_in_articles' && !reply.text.includes(unknown) && `does not say that it is not known: ${reply.text.slice(0, 140)}`
  ]
  return faults.filter((fault) => typeof fault === 'string')
}

/** The first service, or all that stand first as equals. */
function firstServices({ services }: Reply): string[] {
  const [first] = services
  return services.filter((s) => s.id === first?.id || (first?.group !== undefined && s.group === first.group)).map((s) => s.id)
}
