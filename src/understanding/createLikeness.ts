import { withTally, type FeatureSettings } from '../language/features.js'
import { informative } from '../language/vectors.js'

/** A known question, in stems, and what answers it. */
export interface KnownQuestion {
  readonly id: string
  readonly stems: readonly string[]
}

/** The cosine of a message to the nearest known question of each answer that has one near. */
export type Likeness = (stems: readonly string[]) => Map<string, number>

const features: FeatureSettings = { words: 2, characters: [3, 4], bits: 18, tooCommon: 1 / 60 }
const least = 0.1

/** The questions that hold an n-gram, bucket by bucket, and what it is worth to them. */
interface Postings {
  readonly starts: Int32Array
  readonly questions: Int32Array
  readonly values: Float32Array
}

/** Makes the search for the nearest known questions: an inverted index of tf-idf n-grams (Manning et al. 2008, 6.3). */
export function createLikeness(known: readonly KnownQuestion[]): Likeness {
  const idf = frequenciesOf(known)
  const { starts, questions, values } = index(known, idf)
  const likeness = new Float32Array(known.length)
  return (stems) => {
    let square = 0
    withTally(stems, features, (bucket, count) => {
      const value = (1 + Math.log(count)) * idf[bucket]!
      square += value * value
      addPosting(likeness, questions, values, value, starts[bucket]!, starts[bucket + 1]!)
    })
    const nearest = nearestOf(likeness, known, square === 0 ? 1 : Math.sqrt(square))
    likeness.fill(0)
    return nearest
  }
}

/** A loop of its own over plain arrays: it takes most of the time. */
function addPosting(likeness: Float32Array, questions: Int32Array, values: Float32Array, value: number, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const question = questions[at]!
    likeness[question] = likeness[question]! + value * values[at]!
  }
}

function frequenciesOf(known: readonly KnownQuestion[]): Float32Array {
  const seen = new Uint32Array(1 << features.bits)
  for (const { stems } of known) withTally(stems, features, (bucket) => seen[bucket]!++)
  return informative(seen, known.length, features)
}

function index(known: readonly KnownQuestion[], idf: Float32Array): Postings {
  const starts = new Int32Array(idf.length + 1)
  const told = (use: (bucket: number, question: number, count: number) => void): void => {
    known.forEach(({ stems }, question) => {
      withTally(stems, features, (bucket, count) => {
        if (idf[bucket]! > 0) use(bucket, question, count)
      })
    })
  }
  told((bucket) => starts[bucket + 1]!++)
  for (let bucket = 0; bucket < idf.length; bucket++) starts[bucket + 1]! += starts[bucket]!
  const next = starts.slice()
  const questions = new Int32Array(starts[idf.length] ?? 0)
  const values = new Float32Array(questions.length)
  const squares = new Float64Array(known.length)
  told((bucket, question, count) => {
    const value = (1 + Math.log(count)) * idf[bucket]!
    const at = next[bucket]!++
    questions[at] = question
    values[at] = value
    squares[question]! += value * value
  })
  for (let at = 0; at < values.length; at++) values[at]! /= Math.sqrt(squares[questions[at]!]!)
  return { starts, questions, values }
}

function nearestOf(likeness: Float32Array, known: readonly KnownQuestion[], length: number): Map<string, number> {
  const best = new Map<string, number>()
  for (let question = 0; question < likeness.length; question++) {
    const found = likeness[question]! / length
    if (found < least) continue
    const { id } = known[question]!
    if (found > (best.get(id) ?? 0)) best.set(id, found)
  }
  return best
}
