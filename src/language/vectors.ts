import type { Counts, FeatureSettings } from './features.js'

/** A sparse unit vector: parallel arrays of bucket and value. */
export interface SparseVector {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

/** Inverse document frequency, smoothed: ln((1 + documents) / (1 + frequency)) + 1. */
const inverseFrequency = (frequency: number, documents: number): number => Math.log((1 + documents) / (1 + frequency)) + 1

/** The inverse document frequency of each bucket; 0 for buckets never seen. */
export function inverseFrequencies(documents: readonly Counts[], size: number): Float32Array {
  const seen = new Uint32Array(size)
  for (const counts of documents) for (const bucket of counts.keys()) seen[bucket] = (seen[bucket] ?? 0) + 1
  return Float32Array.from(seen, (n) => (n === 0 ? 0 : inverseFrequency(n, documents.length)))
}

/** The same with 0 for n-grams that are too common to say anything. */
export function informative(frequencies: Float32Array, documents: number, { tooCommon = 1 }: FeatureSettings): Float32Array {
  const least = inverseFrequency(documents * tooCommon, documents)
  return frequencies.map((x) => (x < least ? 0 : x))
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
