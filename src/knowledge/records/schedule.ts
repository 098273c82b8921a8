import { z } from 'zod'

/** "09:00", up to "24:00". */
const time = '(?:[01]\\d|2[0-3]):[0-5]\\d|24:00'
const span = `(?:(?!24:00)(?:${time}))-(?:${time})`

const spans = z
  .string()
  .regex(
    new RegExp(`^(?:closed|unknown|${span}(?:, ${span})*)$`),
    'write hours as "09:00-17:00", "17:00-09:00" (until the next morning), "09:00-12:00, 13:00-17:00", "closed" or "unknown", in quotes'
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
