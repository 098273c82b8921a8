import { z } from 'zod'

/** A judged message: who wrote it, what it is, and what each part of triage says of it. */
export const scored = z.strictObject({
  voice: z.string(),
  kind: z.enum(['danger', 'near-miss', 'routing']),
  /** The danger, or the kind of near miss. */
  of: z.string(),
  svm: z.number(),
  net: z.number(),
  /** What the patterns say by themselves. */
  rules: z.enum(['none', 'check', 'emergency'])
})
export type Scored = z.infer<typeof scored>

export type Score = (s: Scored) => number

export const falseAlarmRates = [0.02, 0.05, 0.1, 0.2] as const

/** Share of the dangers above each threshold that lets the given shares of everything else through. */
export function recalls(all: readonly Scored[], score: Score): number[] {
  const others = all.filter((s) => s.kind !== 'danger').map(score)
  others.sort((a, b) => b - a)
  return falseAlarmRates.map((rate) => shareAbove(all, 'danger', score, others[Math.floor(rate * others.length)] ?? -Infinity))
}

/** Share of the messages of a kind whose score is above a threshold. */
export function shareAbove(all: readonly Scored[], kind: Scored['kind'], score: Score, threshold: number): number {
  const of = all.filter((s) => s.kind === kind)
  return of.filter((s) => score(s) > threshold).length / Math.max(1, of.length)
}

/** The threshold that this share of the messages of a kind is above. */
export function thresholdFor(all: readonly Scored[], kind: Scored['kind'], score: Score, share: number): number {
  const scores = all.filter((s) => s.kind === kind).map(score)
  scores.sort((a, b) => b - a)
  return scores[Math.floor(share * scores.length)] ?? -Infinity
}

export const percent = (share: number): string => (100 * share).toFixed(1).padStart(5)
