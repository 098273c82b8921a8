import { z } from 'zod'
import { askIds } from '../askIds.js'

const heads = z.strictObject({ ask: z.number(), topic: z.number(), audience: z.number() })

/** Thresholds, as data, so that they can be read and changed with the examples they were chosen on. */
export const settings = z.strictObject({
  triage: z.strictObject({ netWeight: z.number(), emergency: z.number(), check: z.number() }),
  understanding: z.strictObject({
    sharpness: heads,
    leastShare: heads,
    /** Least share for a refusal: nobody is accused on a hunch. */
    refusal: z.number(),
    /** Taken off the margin of "no topic", so that a topic that is told in few words is not lost to it. */
    noTopic: z.number(),
    /** Least shares of the ask and of "no topic" for "I can't help with that". */
    outOfScope: z.strictObject({ ask: z.number(), askWithPlaceOrSpeaker: z.number(), askOfWorried: z.number(), noTopic: z.number() }),
    /** Least share of known n-grams for "I can't help with that". */
    leastFamiliar: z.number(),
    sameQuestion: z.strictObject({
      fact: z.number(),
      question: z.number(),
      worry: z.number(),
      /** From this nearness a fact is told beside "I do not know". */
      nearest: z.number(),
      /** Below this share of the question's words in the answer and its questions it is told with doubt. */
      covered: z.number(),
      kin: z.number(),
      questions: z.array(z.enum(askIds).transform((id): string => id))
    })
  })
})
export type Settings = z.infer<typeof settings>
