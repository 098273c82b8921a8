import { z } from 'zod'

const map = z.record(z.string(), z.string())

/** How people write: short forms and look-alike letters, and the word lists that patterns share. */
export const words = z.strictObject({
  contractions: map,
  shorthand: map,
  lookAlikes: map,
  /** What a sign says in words. */
  emoji: map,
  /** Small words before the name of a place: that it is one, that the child lives there, that it is denied. */
  places: z.strictObject({ before: z.array(z.string()), home: z.array(z.string()), denied: z.array(z.string()) }),
  lists: z.record(z.string(), z.array(z.string()).min(1))
})
export type Words = z.infer<typeof words>
