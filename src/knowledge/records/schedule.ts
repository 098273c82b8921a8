import { z } from 'zod'

const spans = z
  .string()
  .regex(
    /^(closed|unknown|\d{2}:\d{2}-\d{2}:\d{2}(, \d{2}:\d{2}-\d{2}:\d{2})*)$/,
    'write hours as "09:00-17:00", "00:00-09:00, 17:00-24:00", "closed" or "unknown", in quotes'
  )

/** Opening hours in Europe/London: always, unknown, or a week with its bank holidays. */
export const schedule = z.union(
  [
    z.enum(['always', 'unknown']),
    z.strictObject({
      mon: spans,
      tue: spans,
      wed: spans,
      thu: spans,
      fri: spans,
      sat: spans,
      sun: spans,
      bankHolidays: spans
    })
  ],
  { error: 'a schedule is always, unknown, or seven days (mon to sun) with bankHolidays' }
)
export type Schedule = z.infer<typeof schedule>
