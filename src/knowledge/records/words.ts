import { z } from 'zod'

const map = z.record(z.string(), z.string())

/** How people write: short forms and look-alike letters, and the word lists that patterns share. */
export const words = z.strictObject({
  contractions: map,
  shorthand: map,
  lookAlikes: map,
  /** What a sign says in words. */
  emoji: map,
  lists: z.record(z.string(), z.array(z.string()).min(1))
})
export type Words = z.infer<typeof words>
