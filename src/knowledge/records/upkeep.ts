import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as "2026-11-21", in quotes')
const days = z.int().positive()

/** How often what we say is held against its sources again. */
export const upkeep = z.strictObject({
  /** Days after its `checked` day at which a service is due, by what it is. */
  services: z.strictObject({ current: days, toConfirm: days, unverified: days, notGiven: days }),
  /** The other folders: the day when all of their records were last compared with their sources, and how often that is to be done. */
  folders: z.record(
    z.enum(['topics', 'signs', 'guidance', 'facts', 'areas', 'localities', 'replies', 'pages']),
    z.strictObject({ checked: day, everyDays: days })
  ),
  /** A number whose newest dated source is older than this many years is pointed out. */
  oldEvidenceYears: z.int().positive(),
  /** The table of bank holidays must reach this many days ahead. */
  bankHolidaysAhead: days
})
export type Upkeep = z.infer<typeof upkeep>
