import { z } from 'zod'
import { sources } from './source.js'

/** The pages of text around the conversation; knowledge/pages must have each of them, and no other. */
export const pageIds = ['safety', 'before-you-start', 'privacy', 'accessibility'] as const
export type PageId = (typeof pageIds)[number]

const lines = (what: string) => z.array(z.string()).min(1, `write at least one ${what}, or take the field out`).optional()

/** A heading with what stands below it: paragraphs, then a list of items, then steps in order. */
const section = z
  .strictObject({ heading: z.string(), text: lines('paragraph'), list: lines('item'), steps: lines('step') })
  .refine(({ text, list, steps }) => text ?? list ?? steps, 'write text, a list or steps below the heading')

/** A page of text; {name} stands for a value that the code fills in. */
export const page = z.strictObject({
  /** Its heading, and its title in the browser's history: so it names no worry. */
  title: z.string().max(40, 'write a title of at most 40 characters'),
  lead: z.string().optional(),
  sections: z.array(section).min(1, 'write at least one section'),
  sources: sources.optional()
})
export type Page = z.infer<typeof page>
