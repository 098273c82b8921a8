import { random } from './random.js'
import type { SparseVector } from './vectors.js'

export interface SvmSettings {
  /** Cost of a mistake on a positive and on a negative example. */
  readonly costs: readonly [positive: number, negative: number]
  readonly epochs: number
}

/**
 * Trains a two-class linear SVM with squared hinge loss by dual coordinate descent
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM").
 * Seeded: the same input gives the same weights to the last bit. The bias is the last of `size + 1` weights.
 */
export function trainSvm(
  vectors: readonly SparseVector[],
  positive: readonly boolean[],
  size: number,
  settings: SvmSettings
): Float64Array {
  const weights = new Float64Array(size + 1)
  const alpha = new Float64Array(vectors.length)
  const order = Uint32Array.from(vectors, (_, i) => i)
  const next = random(20161104)
  const norms = Float64Array.from(vectors, (v) => v.values.reduce((sum, x) => sum + x * x, 1))
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, next)
    for (const i of order) {
      const vector = vectors[i]
      if (vector === undefined) continue
      const y = positive[i] === true ? 1 : -1
      const slack = 0.5 / settings.costs[y === 1 ? 0 : 1]
      const gradient = y * dot(weights, vector, size) - 1 + slack * (alpha[i] ?? 0)
      const before = alpha[i] ?? 0
      const after = Math.max(0, before - gradient / ((norms[i] ?? 1) + slack))
      if (after === before) continue
      alpha[i] = after
      addScaled(weights, vector, (after - before) * y, size)
    }
  }
  return weights
}

function dot(weights: Float64Array, { buckets, values }: SparseVector, bias: number): number {
  let sum = weights[bias] ?? 0
  for (let k = 0; k < buckets.length; k++) sum += (weights[buckets[k] ?? 0] ?? 0) * (values[k] ?? 0)
  return sum
}

function addScaled(weights: Float64Array, { buckets, values }: SparseVector, by: number, bias: number): void {
  for (let k = 0; k < buckets.length; k++) {
    const bucket = buckets[k] ?? 0
    weights[bucket] = (weights[bucket] ?? 0) + by * (values[k] ?? 0)
  }
  weights[bias] = (weights[bias] ?? 0) + by
}

function shuffle(order: Uint32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}
