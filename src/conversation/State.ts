import { z } from 'zod'
import { audience } from '../knowledge/records/audience.js'

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/)

/** What a conversation remembers: ids only, never words. It travels with the client. */
export const state = z
  .strictObject({
    locality: id.optional(),
    audience: audience.optional(),
    topic: id.optional(),
    ask: id.optional(),
    service: id.optional(),
    answer: id.optional(),
    danger: id.optional(),
    awaiting: z.enum(['place', 'danger']).optional()
  })
  .meta({ id: 'State' })
export type State = z.infer<typeof state>

/** One utterance and when it was said. */
export interface Turn {
  readonly utterance: string
  readonly at: Date
}
