import { z } from 'zod'
import { reply, servicePart } from '../../conversation/Reply.js'
import { status } from '../../knowledge/records/service.js'

/** A service as a reply shows it, and what an assistant may be asked about it beside that. */
export const foundService = servicePart.omit({ type: true }).extend({
  organisation: z.string(),
  status: status.extract(['current', 'unverified']).meta({
    description: 'unverified: no source confirms its numbers today, so only its page is given'
  }),
  whyNotGiven: z.string().optional().meta({ description: 'Why no number is given' }),
  opensAt: z.string().optional().meta({ description: 'When it is closed now: local time of the next opening' }),
  closesAt: z.string().optional().meta({ description: 'When it is open now: local time at which it closes' }),
  usualHours: z.string().meta({ description: 'The hours of the week, Europe/London' }),
  hoursNote: z.string().optional(),
  eligibility: z.string().optional(),
  notFor: z.array(z.string()),
  serves: z.array(z.string()).meta({ description: 'Where it works' }),
  checked: z.string().meta({ description: 'The day on which this record was last checked' }),
  assuredDate: z.string().optional().meta({ description: 'The newest day, month or year that a page among its sources shows' }),
  sources: reply.shape.sources
})
export type FoundService = z.infer<typeof foundService>
