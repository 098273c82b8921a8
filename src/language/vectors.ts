import { countFeatures, type Counts, type FeatureSettings } from './features.js'

/** A sparse unit vector: parallel arrays of bucket and value. */
export interface SparseVector {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

/** What so few documents hold says something, however few documents there are. */
const neverTooCommon = 8

/**
 * Inverse document frequency by bucket, smoothed: ln((1 + documents) / (1 + frequency)) + 1; 0 for buckets never seen, and for n-grams that
 * are too common to say anything. `seen`: how many documents hold each.
 */
export function informative(seen: Uint32Array, documents: number, { tooCommon = 1 }: FeatureSettings): Float32Array {
  const most = Math.max(neverTooCommon, documents * tooCommon)
  return Float32Array.from(seen, (n) => (n === 0 || n > most ? 0 : Math.log((1 + documents) / (1 + n)) + 1))
}

/** The same from counted documents. */
export function inverseFrequencies(documents: readonly Counts[], features: FeatureSettings): Float32Array {
  const seen = new Uint32Array(1 << features.bits)
  for (const counts of documents) for (const bucket of counts.keys()) seen[bucket]!++
  return informative(seen, documents.length, features)
}

/** What an n-gram is worth that stands so often in a text: sublinear term frequency (Manning et al. 2008, 6.4.1) times idf. */
export const worth = (count: number, idf: number): number => (count === 1 ? 1 : 1 + Math.log(count)) * idf

/** Sublinear tf-idf, scaled to length 1 (Manning et al. 2008, 6.4). Unknown buckets are dropped. */
export function weigh(counts: Counts, idf: Float32Array): SparseVector {
  const buckets = new Int32Array(counts.size)
  const values = new Float32Array(counts.size)
  let used = 0
  let square = 0
  for (const [bucket, count] of counts) {
    const value = worth(count, idf[bucket] ?? 0)
    if (value === 0) continue
    buckets[used] = bucket
    values[used++] = value
    square += value * value
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let i = 0; i < used; i++) values[i] = (values[i] ?? 0) * scale
  return { buckets: buckets.subarray(0, used), values: values.subarray(0, used) }
}

/** A step of an idf that is kept in a byte. */
const idfSteps = 16

/** Documents as vectors, with their idf in sixteenths, a byte a bucket, as a model keeps it. */
export function vectorsOf(
  documents: readonly (readonly string[])[],
  features: FeatureSettings
): { idf: Uint8Array; vectors: SparseVector[] } {
  const counts = documents.map((words) => countFeatures(words, features))
  const idf = Uint8Array.from(inverseFrequencies(counts, features), (x) => Math.min(255, Math.round(x * idfSteps)))
  const exact = Float32Array.from(idf, (x) => x / idfSteps)
  return { idf, vectors: counts.map((c) => weigh(c, exact)) }
}
