import { z } from 'zod'
import { fieldOf } from '../../knowledge/fieldOf.js'
import type { Respond } from '../../conversation/createRespond.js'
import type { Reply } from '../../conversation/Reply.js'
import type { State } from '../../conversation/State.js'

/** A line of the batch: one conversation. */
const line = z.strictObject({
  id: z.union([z.string(), z.number()]),
  turns: z.array(z.string()),
  at: z.iso.datetime({ offset: true, local: true }).optional()
})

export type BatchResult = { id: string | number; replies: Reply[] } | { id?: string | number; error: string }

/** Answers one JSON line `{"id","turns":[...],"at"?}`; a bad line yields `{"id"?, "error"}` that names the field. */
export function answerLine(json: string, respond: Respond, now: () => Date): BatchResult {
  const parsed = parse(json)
  if ('error' in parsed) return parsed
  const { id, turns, at } = parsed
  const when = at === undefined ? now() : new Date(at)
  let state: State = {}
  const replies = turns.map((utterance) => {
    const result = respond({ utterance, at: when }, state)
    state = result.state
    return result.reply
  })
  return { id, replies }
}

function parse(json: string): z.infer<typeof line> | { id?: string | number; error: string } {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { error: 'the line is not JSON' }
  }
  const parsed = line.safeParse(value)
  if (parsed.success) return parsed.data
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value)
  const [issue] = parsed.error.issues
  return { ...(id.success && { id: id.data.id }), error: `${fieldOf(issue?.path)}: ${issue?.message ?? ''}` }
}
