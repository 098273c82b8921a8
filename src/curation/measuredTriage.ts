import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const byName = z.record(
  z.string(),
  z.strictObject({
    examples: z.number(),
    /** Share that 999 leads. */
    emergency: z.number(),
    /** Share that 999 leads, or that is asked about. */
    emergencyOrCheck: z.number()
  })
)

/**
 * What triage finds of each danger, and lets through of each kind of near miss, in messages by authors whom its models never saw
 * (bench/triage/summarise.ts).
 */
const measuredTriage = z.strictObject({
  /** Digest of the examples that were measured on. */
  madeFrom: z.string(),
  dangers: byName,
  nearMisses: byName
})
export type MeasuredTriage = z.infer<typeof measuredTriage>

/** The last measurement of the area below `root`, or `undefined` where there was none. */
export function readMeasuredTriage(root: string): MeasuredTriage | undefined {
  const file = join(root, 'intents/net/measured.json')
  return existsSync(file) ? measuredTriage.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
