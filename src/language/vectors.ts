import type { Counts, FeatureSettings } from './features.js'

/** A sparse unit vector: parallel arrays of bucket and value. */
export interface SparseVector {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

/**
 * Inverse document frequency by bucket, smoothed: ln((1 + documents) / (1 + frequency)) + 1; 0 for buckets never seen, and for n-grams that
 * are too common to say anything. `seen`: how many documents hold each.
 */
export function informative(seen: Uint32Array, documents: number, { tooCommon = 1 }: FeatureSettings): Float32Array {
  return Float32Array.from(seen, (n) => (n === 0 || n > documents * tooCommon ? 0 : Math.log((1 + documents) / (1 + n)) + 1))
}

/** The same from counted documents. */
export function inverseFrequencies(documents: readonly Counts[], features: FeatureSettings): Float32Array {
  const seen = new Uint32Array(1 << features.bits)
  for (const counts of documents) for (const bucket of counts.keys()) seen[bucket]!++
  return informative(seen, documents.length, features)
}

/** Sublinear tf-idf, scaled to length 1 (Manning et al. 2008, 6.4). Unknown buckets are dropped. */
export function weigh(counts: Counts, idf: Float32Array): SparseVector {
  const buckets = new Int32Array(counts.size)
  const values = new Float32Array(counts.size)
  let used = 0
  let square = 0
  for (const [bucket, count] of counts) {
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[bucket] ?? 0)
    if (value === 0) continue
    buckets[used] = bucket
    values[used++] = value
    square += value * value
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let i = 0; i < used; i++) values[i] = (values[i] ?? 0) * scale
  return { buckets: buckets.subarray(0, used), values: values.subarray(0, used) }
}
