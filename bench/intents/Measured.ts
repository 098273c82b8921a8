import { z } from 'zod'

/** What one system did on one corpus. What could not be measured is not there. */
export const measured = z.strictObject({
  system: z.string(),
  corpus: z.string(),
  /** Test messages judged in each of the three passes, and how many there are. */
  rows: z.number(),
  of: z.number(),
  /** Share of the in-scope messages whose label is right, no threshold. */
  accuracy: z.number().optional(),
  auroc: z.number().optional(),
  oneSlip: z.number().optional(),
  twoSlips: z.number().optional(),
  trainSeconds: z.number().optional(),
  p50Micros: z.number().optional(),
  p99Micros: z.number().optional(),
  /** Resident memory over a Node process without a system, and milliseconds from import to the first answer; medians of several starts. */
  megabytes: z.number().optional(),
  startMillis: z.number().optional()
})
export type Measured = z.infer<typeof measured>
