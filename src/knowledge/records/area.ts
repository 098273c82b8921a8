import { z } from 'zod'

/** A council area, or a nation outside the area that we cover, and who does what there. */
export const area = z.strictObject({
  name: z.string(),
  /** In a sentence: "in Bournemouth, Christchurch or Poole". */
  inSentence: z.string(),
  covered: z.boolean(),
  /** The regions that it lies in (knowledge/regions.yaml). */
  within: z.array(z.string()).default([]),
  /** role -> services in order. Roles: children, adults, lado, police, domestic-abuse. */
  roles: z.record(z.string(), z.array(z.string()).min(1))
})
export type Area = z.infer<typeof area>
