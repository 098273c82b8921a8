import { percent, recalls, shareAbove, thresholdFor, type Score, type Scored } from './scores.js'

export const weights = [0.1, 0.2, 0.3, 0.4, 0.6] as const

const models: readonly (readonly [name: string, score: Score])[] = [
  ['SVM', (s) => s.svm],
  ['net', (s) => s.net],
  ...weights.map((w) => [`SVM + ${String(w)} net`, combined(w)] as const)
]

/** SVM margin and the net's log-odds as one score. */
export function combined(weight: number): Score {
  return (s) => s.svm + weight * s.net
}

/** A Markdown table row for each model: recall at the four false-alarm rates. */
export function recallRows(name: string, all: readonly Scored[]): string[] {
  return models.map(([model, score]) => `| ${name} | ${model} | ${recalls(all, score).map(percent).join(' / ')} |`)
}

/** A Markdown table row for each threshold of the combined score: recall, and false alarms by kind. */
export function thresholdRows(all: readonly Scored[], weight: number): string[] {
  const score = combined(weight)
  const thresholds = [
    ...[0.005, 0.01, 0.02].map((share) => [`routing ${String(share)}`, thresholdFor(all, 'routing', score, share)] as const),
    ...[0.02, 0.04, 0.1, 0.2].map((share) => [`near misses ${String(share)}`, thresholdFor(all, 'near-miss', score, share)] as const),
    ...[0.9, 0.95, 0.98, 0.99].map((share) => [`dangers ${String(share)}`, thresholdFor(all, 'danger', score, share)] as const)
  ]
  return thresholds.map(([why, threshold]) => {
    const shares = (['danger', 'near-miss', 'routing'] as const).map((kind) => percent(shareAbove(all, kind, score, threshold)))
    return `| ${why} | ${threshold.toFixed(2)} | ${shares.join(' | ')} |`
  })
}
