import { z } from 'zod'
import { perAudience } from './audience.js'
import { sources } from './source.js'

/** A question that people ask, and its answer: a fact of an article (knowledge/facts) or guidance (knowledge/guidance). */
export const answer = z.strictObject({
  /** The topic that it belongs to, where it has one. */
  topic: z.string().optional(),
  /** The ask that it answers best, where it has one (what-is, fact, about-999 ...). */
  ask: z.string().optional(),
  says: perAudience(z.string()),
  /** A list of signs that belongs to the answer. */
  signs: z.string().optional(),
  /** What has changed since the article, in a sentence of ours. */
  since: z.string().optional(),
  /** A place in a row of like figures, so that "and the year after?" works. */
  series: z.strictObject({ name: z.string(), at: z.string() }).optional(),
  /** Whom to turn to next, in order; without it the topic's services stand. */
  services: z.array(z.string()).optional(),
  questions: z.array(z.string()).min(5, 'write at least five ways of asking it'),
  sources
})
export type Answer = z.infer<typeof answer>
