/** A judged message: what it is, and what each half of the model says. */
export interface Scored {
  readonly voice: string
  readonly kind: 'danger' | 'near-miss' | 'routing'
  readonly svm: number
  readonly net: number
}

export type Score = (s: Scored) => number

export const falseAlarmRates = [0.02, 0.05, 0.1, 0.2] as const

/** Share of the dangers above each threshold that lets the given shares of everything else through. */
export function recalls(scored: readonly Scored[], score: Score): number[] {
  const others = scored.filter((s) => s.kind !== 'danger').map(score)
  others.sort((a, b) => b - a)
  return falseAlarmRates.map((rate) => shareAbove(scored, 'danger', score, others[Math.floor(rate * others.length)] ?? -Infinity))
}

/** Share of the messages of a kind whose score is above a threshold. */
export function shareAbove(scored: readonly Scored[], kind: Scored['kind'], score: Score, threshold: number): number {
  const of = scored.filter((s) => s.kind === kind)
  return of.filter((s) => score(s) > threshold).length / Math.max(1, of.length)
}

/** The threshold that this share of the messages of a kind is above. */
export function thresholdFor(scored: readonly Scored[], kind: Scored['kind'], score: Score, share: number): number {
  const scores = scored.filter((s) => s.kind === kind).map(score)
  scores.sort((a, b) => b - a)
  return scores[Math.floor(share * scores.length)] ?? -Infinity
}

export const percent = (share: number): string => (100 * share).toFixed(1).padStart(5)
