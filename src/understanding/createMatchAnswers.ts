import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { countFeatures, type Counts, type FeatureSettings } from '../language/features.js'
import { inverseFrequencies, weigh } from '../language/vectors.js'

/** An answer whose known question is nearest to what was asked. */
export interface AnswerMatch {
  readonly id: string
  /** Cosine likeness to its nearest question, 0 to 1. */
  readonly likeness: number
}

export type MatchAnswers = (words: readonly string[]) => AnswerMatch[]

const features: FeatureSettings = { words: 2, characters: [3, 4], bits: 18 }

/**
 * Makes the search for the known question nearest to a message: cosine of tf-idf n-grams of stemmed words.
 * Gives the best few answers, nearest first, each once.
 */
export function createMatchAnswers(questions: readonly { id: string; words: readonly string[] }[]): MatchAnswers {
  const stem = createStem(questions.flatMap((q) => q.words))
  const count = (words: readonly string[]): Counts => countFeatures(words.map(stem), features)
  const counts = questions.map((q) => count(q.words))
  const idf = inverseFrequencies(counts, 1 << features.bits)
  const postings = new Map<number, { question: number; value: number }[]>()
  counts.forEach((counted, question) => {
    const { buckets, values } = weigh(counted, idf)
    buckets.forEach((bucket, i) => {
      const list = postings.get(bucket) ?? []
      if (list.length === 0) postings.set(bucket, list)
      list.push({ question, value: values[i] ?? 0 })
    })
  })
  return (words) => {
    const likeness = new Float32Array(questions.length)
    const { buckets, values } = weigh(count(words), idf)
    buckets.forEach((bucket, i) => {
      for (const { question, value } of postings.get(bucket) ?? [])
        likeness[question] = (likeness[question] ?? 0) + value * (values[i] ?? 0)
    })
    const best = new Map<string, number>()
    questions.forEach(({ id }, question) => {
      const found = likeness[question] ?? 0
      if (found > (best.get(id) ?? 0.1)) best.set(id, found)
    })
    return [...best]
      .map(([id, found]) => ({ id, likeness: found }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 3)
  }
}

/** Stems of the questions' own words are kept; a person's words are not. */
function createStem(known: readonly string[]): (word: string) => string {
  const stems = new Map(known.map((word) => [word, stemmer.stem(word)]))
  return (word) => stems.get(word) ?? stemmer.stem(word)
}
