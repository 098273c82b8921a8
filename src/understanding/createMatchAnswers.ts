import { countFeatures, type FeatureSettings } from '../language/features.js'
import { headOf, thinMargins, type ThinModel } from '../language/thinModel.js'
import { informative, inverseFrequencies, weigh, type SparseVector } from '../language/vectors.js'
import { createStemWords, type stemWords } from './stemWords.js'

/** An answer that may be the one asked for. */
export interface AnswerMatch {
  readonly id: string
  /** Margin of the classifier plus cosine likeness to the nearest known question: above 0 is likely. */
  readonly nearness: number
  /** How much of what the message says (by inverse document frequency) the answer and its questions speak of, 0 to 1. */
  readonly covered: number
}

/** An answer as the search knows it: its known questions and its own words. */
export interface SearchedAnswer {
  readonly id: string
  readonly questions: readonly (readonly string[])[]
  readonly says: readonly string[]
}

export type MatchAnswers = (words: readonly string[]) => AnswerMatch[]

/** Before the topic's id: a question about it that no article answers. */
export const unknownAnswer = 'unknown:'

const features: FeatureSettings = { words: 2, characters: [3, 4], bits: 18, tooCommon: 1 / 25 }
/** How much likeness counts when answers are compared with each other; chosen on questions left out of training. */
const likenessInOrder = 0.6
const most = 6

/**
 * Makes the search for the answer to a question: a linear classifier over the answers, and the cosine of tf-idf n-grams
 * of stemmed words to the nearest known question. Gives the best few answers, best first.
 */
export function createMatchAnswers(model: ThinModel, answers: readonly SearchedAnswer[]): MatchAnswers {
  const stem = createStemWords(answers.flatMap(({ questions, says }) => [...questions.flat(), ...says]))
  const likenesses = createLikeness(answers.flatMap(({ id, questions }) => questions.map((words) => ({ id, words: stem(words) }))))
  const coverage = createCoverage(answers, stem)
  const { labels } = headOf(model, 'answer')
  return (words) => {
    const stems = stem(words)
    const likeness = likenesses(stems)
    const margins = thinMargins(model, stems)
    const scored = labels.map((id, at) => {
      const like = likeness.get(id) ?? 0
      const lean = margins[at] ?? -Infinity
      return { id, nearness: lean + like, order: lean + likenessInOrder * like }
    })
    return scored
      .sort((a, b) => b.order - a.order)
      .slice(0, most)
      .map(({ id, nearness }) => ({ id, nearness, covered: coverage(stems, id) }))
  }
}

/** An answer about another year is no answer. */
const year = /^(?:19|20)\d\d$/

/** Words that stand in so many answers that they tell none apart weigh nothing. */
const commonWord = 2

function createCoverage(answers: readonly SearchedAnswer[], stem: typeof stemWords): (stems: readonly string[], id: string) => number {
  const vocabularies = new Map(answers.map(({ id, questions, says }) => [id, new Set(stem([...questions.flat(), ...says]))]))
  const frequency = new Map<string, number>()
  for (const { questions } of answers)
    for (const words of questions) for (const said of new Set(stem(words))) frequency.set(said, (frequency.get(said) ?? 0) + 1)
  const total = answers.reduce((sum, { questions }) => sum + questions.length, 0)
  const weight = (said: string): number => Math.max(0, Math.log(total / (1 + (frequency.get(said) ?? 0))) - commonWord)
  return (stems, id) => {
    const own = vocabularies.get(id)
    const said = [...new Set(stems)]
    if (said.some((stem) => year.test(stem) && own?.has(stem) !== true)) return 0
    const all = said.reduce((sum, stem) => sum + weight(stem), 0)
    return all === 0 ? 1 : said.filter((stem) => own?.has(stem) === true).reduce((sum, stem) => sum + weight(stem), 0) / all
  }
}

/** Cosine likeness of the nearest question of each answer that has one near. */
function createLikeness(questions: readonly { id: string; words: readonly string[] }[]): (stems: readonly string[]) => Map<string, number> {
  const counts = questions.map((q) => countFeatures(q.words, features))
  const idf = informative(inverseFrequencies(counts, 1 << features.bits), counts.length, features)
  const postings = invert(counts.map((counted) => weigh(counted, idf)))
  const likeness = new Float32Array(questions.length)
  return (stems) => {
    const { buckets, values } = weigh(countFeatures(stems, features), idf)
    for (let i = 0; i < buckets.length; i++) addPostings(likeness, postings.get(buckets[i] ?? 0), values[i] ?? 0)
    const nearest = nearestOf(likeness, questions)
    likeness.fill(0)
    return nearest
  }
}

interface Posting {
  readonly questions: Int32Array
  readonly values: Float32Array
}

function invert(vectors: readonly SparseVector[]): Map<number, Posting> {
  const lists = new Map<number, { questions: number[]; values: number[] }>()
  vectors.forEach(({ buckets, values }, question) => {
    buckets.forEach((bucket, i) => {
      const list = lists.get(bucket) ?? { questions: [], values: [] }
      if (list.questions.length === 0) lists.set(bucket, list)
      list.questions.push(question)
      list.values.push(values[i] ?? 0)
    })
  })
  return new Map(
    [...lists].map(([bucket, { questions, values }]) => [
      bucket,
      { questions: Int32Array.from(questions), values: Float32Array.from(values) }
    ])
  )
}

function addPostings(likeness: Float32Array, posting: Posting | undefined, value: number): void {
  if (posting === undefined) return
  const { questions, values } = posting
  for (let k = 0; k < questions.length; k++) {
    const question = questions[k] ?? 0
    likeness[question] = (likeness[question] ?? 0) + value * (values[k] ?? 0)
  }
}

const least = 0.1

function nearestOf(likeness: Float32Array, questions: readonly { id: string }[]): Map<string, number> {
  const best = new Map<string, number>()
  for (let question = 0; question < likeness.length; question++) {
    const found = likeness[question] ?? 0
    if (found < least) continue
    const id = questions[question]?.id ?? ''
    if (found > (best.get(id) ?? 0)) best.set(id, found)
  }
  return best
}
