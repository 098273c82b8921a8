import { random } from './random.js'
import type { SparseVector } from './vectors.js'

export interface SvmSettings {
  /** Cost of a mistake on a positive and on a negative example. */
  readonly costs: readonly [positive: number, negative: number]
  readonly epochs: number
}

/** Sparse vectors laid end to end, with 1 + their squared length (the bias counts as a feature of value 1). */
export interface Packed {
  readonly starts: Int32Array
  readonly buckets: Int32Array
  readonly values: Float32Array
  readonly norms: Float64Array
}

export function packVectors(vectors: readonly SparseVector[]): Packed {
  const starts = new Int32Array(vectors.length + 1)
  vectors.forEach((v, i) => (starts[i + 1] = (starts[i] ?? 0) + v.buckets.length))
  const buckets = new Int32Array(starts[vectors.length] ?? 0)
  const values = new Float32Array(buckets.length)
  vectors.forEach((v, i) => {
    buckets.set(v.buckets, starts[i])
    values.set(v.values, starts[i])
  })
  return { starts, buckets, values, norms: Float64Array.from(vectors, (v) => v.values.reduce((sum, x) => sum + x * x, 1)) }
}

/**
 * Trains a two-class linear SVM with squared hinge loss by dual coordinate descent
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM").
 * Seeded: the same input gives the same weights to the last bit. The bias is the last of `size + 1` weights.
 */
export function trainSvm(packed: Packed, positive: Uint8Array, size: number, settings: SvmSettings): Float64Array {
  const { starts, buckets, values, norms } = packed
  const weights = new Float64Array(size + 1)
  const alpha = new Float64Array(positive.length)
  const order = Uint32Array.from(positive, (_, i) => i)
  const slacks = settings.costs.map((cost) => 0.5 / cost)
  const next = random(20161104)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, next)
    for (const i of order) {
      const y = positive[i] === 1 ? 1 : -1
      const slack = slacks[y === 1 ? 0 : 1]!
      const [from, to] = [starts[i]!, starts[i + 1]!]
      let sum = weights[size]!
      for (let k = from; k < to; k++) sum += weights[buckets[k]!]! * values[k]!
      const before = alpha[i]!
      const after = Math.max(0, before - (y * sum - 1 + slack * before) / (norms[i]! + slack))
      if (after === before) continue
      alpha[i] = after
      const by = (after - before) * y
      for (let k = from; k < to; k++) weights[buckets[k]!]! += by * values[k]!
      weights[size]! += by
    }
  }
  return weights
}

function shuffle(order: Uint32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}
