import { z } from 'zod'
import { sourceDate } from './source.js'

/** One of the articles that the knowledge was begun from. */
export const article = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  date: sourceDate,
  /** How a reply names it and its age: "Dorset Police, in August 2016". */
  cited: z.string(),
  url: z.url().optional(),
  summary: z.string(),
  /** What it says that no longer holds, each in a sentence of ours. */
  noLongerHolds: z.array(z.string()).default([])
})
export type Article = z.infer<typeof article>
