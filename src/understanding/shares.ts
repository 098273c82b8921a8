import type { Head } from '../language/thinModel.js'
import type { Share } from './Reading.js'

/**
 * Softmax of a head's margins, best first; `less` is taken off the margin of a label first. `sharpness` is chosen so that of what has a
 * share of 0.7 about seven in ten are right (bench/intents/validate.ts).
 */
export function shares(
  { labels, from }: Head,
  margins: Float64Array,
  sharpness: number,
  less: Readonly<Record<string, number>> = {}
): Share[] {
  const raised = labels.map((label, at) => Math.exp(((margins[from + at] ?? 0) - (less[label] ?? 0)) * sharpness))
  const sum = raised.reduce((a, b) => a + b, 0)
  return labels.map((id, at) => ({ id, share: (raised[at] ?? 0) / sum })).sort((a, b) => b.share - a.share)
}
