import { z } from 'zod'
import { sources } from './source.js'

/** Warning signs of one category. */
export const signs = z.strictObject({
  title: z.string(),
  definition: z.string().optional(),
  signs: z
    .array(z.strictObject({ says: z.string(), group: z.string().optional(), fromArticles: z.boolean().default(false) }))
    .min(8, 'list at least eight signs'),
  sources
})
export type Signs = z.infer<typeof signs>
