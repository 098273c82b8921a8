import { z } from 'zod'
import { servedAudience } from './service.js'

const named = z.strictObject({ name: z.string(), description: z.string() })

/** How the Open Referral directory names our own lists. */
export const directory = z.strictObject({
  topics: named,
  audiences: named,
  audience: z.record(servedAudience, named),
  /** Who answers for the records. */
  assurerEmail: z.email().optional()
})
