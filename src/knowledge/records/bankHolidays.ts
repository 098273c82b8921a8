import { z } from 'zod'
import { sources } from './source.js'

export const bankHolidays = z.strictObject({
  /** Day -> name; a real day and its substitute are both listed. */
  days: z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.string()),
  sources
})
