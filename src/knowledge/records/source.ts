import { z } from 'zod'

/** A day, month or year as a source prints it: "2024-03-20", "2024-03", "2024"; or "undated" where the page shows none. */
export const sourceDate = z
  .string()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?|undated)$/, 'write a date as "2024-03-20", "2024-03" or "2024" in quotes, or "undated"')

/** Where a claim comes from: one of our articles, or a public page with the date that the page shows. */
export const source = z.union(
  [z.strictObject({ article: z.string(), says: z.string() }), z.strictObject({ url: z.url(), assuredDate: sourceDate, says: z.string() })],
  { error: 'a source is {article, says} or {url, assuredDate, says}' }
)
export type Source = z.infer<typeof source>

export const sources = z.array(source).min(1, 'name at least one source')
