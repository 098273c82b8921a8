import { z } from 'zod'

/** What people say in another language than English: enough to know the language and the core dangers. */
export const languageIntent = z.strictObject({
  name: z.string(),
  /** Common words that show the language and are no English words. */
  words: z.array(z.string()).default([]),
  /** Unicode script that shows the language by itself, e.g. Bengali. */
  script: z.string().optional(),
  /** Written without spaces: phrases are looked for anywhere in the text. */
  unspaced: z.boolean().default(false),
  /** Whole-word patterns of the core dangers. */
  dangers: z.array(z.string()),
  /** Patterns that hide only their own words. */
  nearMisses: z.array(z.string()).default([])
})
export type LanguageIntent = z.infer<typeof languageIntent>

/** What we say in that language. */
export const languageReplies = z.strictObject({
  /** Endonym: "Polski". */
  name: z.string(),
  /** Call 999 now; say the name of your language, the operator can bring in an interpreter. */
  emergency: z.string(),
  /** This program works in English; who can help, in danger 999. */
  other: z.string()
})
