import { withTally, type FeatureSettings } from './features.js'
import { packVectors, trainSvm, type SvmSettings } from './trainSvm.js'
import { vectorsOf, worth, type SparseVector } from './vectors.js'

/** Labels to choose from, and the label of each document; `undefined` teaches this head nothing. */
export type Targets = readonly (string | undefined)[]

/**
 * One-against-rest linear classifiers over the same hashed n-grams, in one or several heads. Weights are rounded to 8 bits, and those of
 * only a few steps are left out: an n-gram speaks of few labels.
 */
export interface ThinModel {
  readonly features: FeatureSettings
  /** The labels of each head, which stand one after another in `biases`, `scales` and the margins. */
  readonly heads: Readonly<Record<string, readonly string[]>>
  readonly biases: readonly number[]
  /** What one step of each label's 8-bit weights is worth. */
  readonly scales: readonly number[]
  /** Inverse document frequency in sixteenths, a byte a bucket; 0 for n-grams that say nothing. */
  readonly idf: Uint8Array
  /** Where the weights of each bucket begin; the last is where all end. */
  readonly starts: Int32Array
  /** Label by its number in the upper bits, weight in the lower 8: beside each other, because fetching them takes most of the time. */
  readonly entries: Entries
}

export interface ThinSettings extends FeatureSettings {
  /** Weights of fewer 8-bit steps than this are left out. */
  readonly leastSteps: number
}

export type Entries = Uint16Array | Uint32Array

/** A head's labels and where they begin among the margins. */
export interface Head {
  readonly labels: readonly string[]
  readonly from: number
}

/** Trains one classifier for each label of each head. */
export function trainThin(
  documents: readonly (readonly string[])[],
  targets: Readonly<Record<string, Targets>>,
  settings: ThinSettings,
  svm: SvmSettings
): ThinModel {
  const { leastSteps, ...features } = settings
  const size = 1 << features.bits
  const { idf, vectors } = vectorsOf(documents, features)
  const heads = Object.fromEntries(Object.entries(targets).map(([name, labels]) => [name, labelsOf(labels)]))
  const trained = Object.entries(targets).flatMap(([name, labels]) =>
    trainHead(vectors, labels, heads[name] ?? [], { size, leastSteps }, svm)
  )
  return {
    features,
    heads,
    biases: trained.map((t) => t.bias),
    scales: trained.map((t) => t.scale),
    idf,
    ...gather(
      trained.map((t) => t.steps),
      size
    )
  }
}

const labelsOf = (targets: Targets): string[] => [...new Set(targets)].filter((t) => t !== undefined).sort()

interface Trained {
  readonly bias: number
  readonly scale: number
  readonly steps: Int8Array
}

function trainHead(
  vectors: readonly SparseVector[],
  targets: Targets,
  labels: readonly string[],
  { size, leastSteps }: { readonly size: number; readonly leastSteps: number },
  svm: SvmSettings
): Trained[] {
  const told = targets.filter((t) => t !== undefined)
  const packed = packVectors(vectors.filter((_, i) => targets[i] !== undefined))
  return labels.map((label) => {
    const exact = trainSvm(
      packed,
      Uint8Array.from(told, (t) => (t === label ? 1 : 0)),
      size,
      svm
    )
    const scale = exact.subarray(0, size).reduce((most, w) => Math.max(most, Math.abs(w)), 1e-9) / 127
    return { bias: exact[size] ?? 0, scale, steps: Int8Array.from(exact.subarray(0, size), (w) => stepsOf(w / scale, leastSteps)) }
  })
}

const stepsOf = (weight: number, least: number): number => (Math.abs(weight) < least - 0.5 ? 0 : Math.round(weight))

/** The weights that are not 0, bucket by bucket. */
function gather(columns: readonly Int8Array[], size: number): Pick<ThinModel, 'starts' | 'entries'> {
  const starts = new Int32Array(size + 1)
  for (const column of columns) for (let bucket = 0; bucket < size; bucket++) if (column[bucket] !== 0) starts[bucket + 1]!++
  for (let bucket = 0; bucket < size; bucket++) starts[bucket + 1]! += starts[bucket]!
  const next = starts.slice(0, size)
  const entries = roomFor(columns.length, starts[size] ?? 0)
  columns.forEach((column, label) => {
    for (let bucket = 0; bucket < size; bucket++)
      if (column[bucket] !== 0) entries[next[bucket]!++] = (label << weightBits) | (column[bucket]! & weightMask)
  })
  return { starts, entries }
}

const weightBits = 8
const weightMask = (1 << weightBits) - 1
const signShift = 32 - weightBits

/** Room for weights with their labels: two bytes each when there are few labels. */
export const roomFor = (labels: number, total: number): Entries => (labels <= 256 ? new Uint16Array(total) : new Uint32Array(total))

/** @throws Error when the model has no such head. */
export function headOf({ heads }: ThinModel, name: string): Head {
  const names = Object.keys(heads)
  const labels = heads[name]
  if (labels === undefined) throw new Error(`The model has no head "${name}", only ${names.join(', ')}.`)
  return { labels, from: names.slice(0, names.indexOf(name)).reduce((sum, before) => sum + (heads[before]?.length ?? 0), 0) }
}

/** Room for the buckets of a message and what they are worth, so that a message need not make its own. Emptied after each. */
const usual = { buckets: new Int32Array(1 << 13), values: new Float64Array(1 << 13) }

/** What a model makes of a message. */
export interface ThinReading {
  /** Of every label of every head: above 0 leans towards the label. */
  readonly margins: Float64Array
  /** Share of the message's n-grams that training has seen, 0 to 1. */
  readonly familiar: number
}

/** Reads a message with a model. */
export function readThin(model: ThinModel, words: readonly string[]): ThinReading {
  const { features, idf, scales, biases } = model
  const most = words.reduce((sum, w) => sum + w.length + 1, 1) * (features.words + features.characters[1])
  const { buckets, values } = most <= usual.buckets.length ? usual : { buckets: new Int32Array(most), values: new Float64Array(most) }
  let [used, all, square] = [0, 0, 0]
  withTally(words, features, (bucket, count) => {
    all++
    const value = worth(count, idf[bucket]!)
    if (value === 0) return
    buckets[used] = bucket
    values[used++] = value
    square += value * value
  })
  const sums = new Float64Array(scales.length)
  addRows(model, buckets, values, used, sums)
  buckets.fill(0, 0, used)
  const length = square > 0 ? Math.sqrt(square) : 1
  return { margins: sums.map((sum, label) => (sum / length) * scales[label]! + biases[label]!), familiar: all === 0 ? 0 : used / all }
}

/** A loop of its own over plain arrays: it takes most of the time. */
function addRows({ starts, entries }: ThinModel, buckets: Int32Array, values: Float64Array, used: number, sums: Float64Array): void {
  for (let i = 0; i < used; i++) {
    const bucket = buckets[i]!
    const value = values[i]!
    const end = starts[bucket + 1]!
    for (let at = starts[bucket]!; at < end; at++) {
      const entry = entries[at]!
      const label = entry >>> weightBits
      sums[label] = sums[label]! + value * ((entry << signShift) >> signShift)
    }
  }
}
