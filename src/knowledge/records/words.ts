import { z } from 'zod'

const map = z.record(z.string(), z.string())

/** How people write: short forms and look-alike letters, and the word lists that patterns share. */
export const words = z.strictObject({
  contractions: map,
  shorthand: map,
  lookAlikes: map,
  /** What a sign says in words. */
  emoji: map,
  /** Small words beside the name of a place: see `PlaceWords`. */
  places: z.strictObject({
    before: z.array(z.string()),
    home: z.array(z.string()),
    speaker: z.array(z.string()),
    away: z.array(z.string()),
    denied: z.array(z.string()),
    person: z.array(z.string()),
    thing: z.array(z.string())
  }),
  /** Small words beside the name of a service that is also an everyday word. */
  names: z.strictObject({ before: z.array(z.string()), after: z.array(z.string()) }),
  lists: z.record(z.string(), z.array(z.string()).min(1))
})
export type Words = z.infer<typeof words>
