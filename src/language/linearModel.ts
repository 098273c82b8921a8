import { withTally, type FeatureSettings } from './features.js'
import { packVectors, trainSvm, type SvmSettings } from './trainSvm.js'
import { vectorsOf, worth } from './vectors.js'

/** One-against-rest linear classifier over hashed n-grams, weights rounded to 8 bits: for few labels. `ThinModel` is for many. */
export interface LinearModel {
  readonly features: FeatureSettings
  readonly labels: readonly string[]
  readonly biases: readonly number[]
  /** What one step of each label's 8-bit weights is worth. */
  readonly scales: readonly number[]
  /** Inverse document frequency in sixteenths, a byte a bucket. */
  readonly idf: Uint8Array
  /** Weights by bucket, then by label. */
  readonly weights: Int8Array
}

/** Trains one classifier a label. A single label gives a two-class model: that label against all else (`undefined`). */
export function trainLinear(
  documents: readonly (readonly string[])[],
  targets: readonly (string | undefined)[],
  features: FeatureSettings,
  svm: SvmSettings
): LinearModel {
  const size = 1 << features.bits
  const { idf, vectors } = vectorsOf(documents, features)
  const packed = packVectors(vectors)
  const labels = [...new Set(targets)].filter((t) => t !== undefined).sort()
  const weights = new Int8Array(size * labels.length)
  const trained = labels.map((label, at) => {
    const exactWeights = trainSvm(
      packed,
      Uint8Array.from(targets, (t) => (t === label ? 1 : 0)),
      size,
      svm
    )
    return { bias: exactWeights[size] ?? 0, scale: round(exactWeights, weights, at, labels.length) }
  })
  return { features, labels, biases: trained.map((t) => t.bias), scales: trained.map((t) => t.scale), idf, weights }
}

function round(exact: Float64Array, into: Int8Array, at: number, stride: number): number {
  const size = into.length / stride
  let largest = 1e-9
  for (let bucket = 0; bucket < size; bucket++) largest = Math.max(largest, Math.abs(exact[bucket] ?? 0))
  const scale = largest / 127
  for (let bucket = 0; bucket < size; bucket++) into[bucket * stride + at] = Math.round((exact[bucket] ?? 0) / scale)
  return scale
}

/** The margin of each label for a message: above 0 leans towards the label. */
export function margins(model: LinearModel, words: readonly string[]): Float64Array {
  const { labels, weights, idf, scales, biases } = model
  const sums = new Float64Array(labels.length)
  let square = 0
  withTally(words, model.features, (bucket, count) => {
    const value = worth(count, idf[bucket]!)
    if (value === 0) return
    square += value * value
    const row = bucket * sums.length
    for (let at = 0; at < sums.length; at++) sums[at]! += value * weights[row + at]!
  })
  const length = square > 0 ? Math.sqrt(square) : 1
  return sums.map((sum, at) => (sum / length) * scales[at]! + biases[at]!)
}
