import { z } from 'zod'
import { source } from './source.js'

/** How we write: what every sentence that the bot can say is held to. */
export const wording = z.strictObject({
  /** Highest reading age in years of a text, by whom it is for. */
  readingAge: z.strictObject({ public: z.number(), child: z.number() }),
  /** Most words of a reply that stand before its first contact. */
  wordsBeforeContacts: z.number(),
  /** Most words of a sign, and of a known answer. */
  wordsOfSign: z.number(),
  wordsOfAnswer: z.number(),
  /** Words that we do not use. In quotation marks they are mentioned, not used. */
  avoid: z.array(
    z.strictObject({
      words: z.array(z.string()).min(1),
      /** Names that hold the words: "Paedophile Online Investigation Team". */
      except: z.array(z.string()).default([]),
      better: z.string(),
      why: z.string(),
      source
    })
  )
})
export type Wording = z.infer<typeof wording>
