import { z } from 'zod'
import { reply } from '../../conversation/Reply.js'
import { state } from '../../conversation/State.js'

/** Longest utterance that is read; more is answered with 413. */
export const longestUtterance = 5_000

export const chatRequest = z
  .strictObject({
    utterance: z.string().meta({ description: `What the person says, at most ${String(longestUtterance)} characters` }),
    state: state.optional().meta({ description: 'What the last answer gave back as state' })
  })
  .meta({ id: 'ChatRequest' })

export const chatResponse = z.strictObject({ reply, state }).meta({ id: 'ChatResponse' })

/** Every error also carries a reply that helps. */
export const failure = z.strictObject({ error: z.string(), field: z.string().optional(), reply }).meta({ id: 'Failure' })
