import { headOf, readThin, type ThinModel } from '../language/thinModel.js'
import { createLikeness } from './createLikeness.js'
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

/** `asked`: the message seems to ask something. Of other messages only one that is nearly a known question is looked at closely. */
export type MatchAnswers = (words: readonly string[], asked: boolean) => AnswerMatch[]

/** Before the topic's id: a question about it that no article answers. */
export const unknownAnswer = 'unknown:'

const most = 6
/** Of 2,000 messages that only told a worry, none got a known answer with less likeness to one of its questions (0.38 at least). */
const nearlyTheSame = 0.35

/**
 * Makes the search for the answer to a question: a linear classifier over the answers puts them in order; how near the best is counts the
 * cosine to its nearest known question too. Gives the best few answers, best first.
 */
export function createMatchAnswers(model: ThinModel, answers: readonly SearchedAnswer[]): MatchAnswers {
  const stem = createStemWords(answers.flatMap(({ questions, says }) => [...questions.flat(), ...says]))
  const likenesses = createLikeness(answers.flatMap(({ id, questions }) => questions.map((words) => ({ id, stems: stem(words) }))))
  const coverage = createCoverage(answers, stem)
  const { labels } = headOf(model, 'answer')
  return (words, asked) => {
    const stems = stem(words)
    if (!coverage.isTelling(stems)) return []
    const likeness = likenesses(stems)
    if (!asked && ![...likeness.values()].some((like) => like >= nearlyTheSame)) return []
    const { margins } = readThin(model, stems)
    return best(margins, most).map((at) => {
      const id = labels[at] ?? ''
      return { id, nearness: (margins[at] ?? 0) + (likeness.get(id) ?? 0), covered: coverage.of(stems, id) }
    })
  }
}

/** Where the largest numbers stand, the largest first. */
function best(numbers: Float64Array, most: number): number[] {
  const found: { at: number; number: number }[] = []
  numbers.forEach((number, at) => {
    if (number <= (found[most - 1]?.number ?? -Infinity)) return
    const place = found.findIndex((other) => number > other.number)
    found.splice(place < 0 ? found.length : place, 0, { at, number })
    found.length = Math.min(found.length, most)
  })
  return found.map(({ at }) => at)
}

/** An answer about another year is no answer. */
const year = /^(?:19|20)\d\d$/

/** Words that stand in so many answers that they tell none apart weigh nothing. */
const commonWord = 2
/** A message whose words together weigh less says nothing that could be answered: as little as two words of every tenth question. */
const leastTold = 1

interface Coverage {
  /** Does the message hold a word that tells answers apart? "What do I do" does not. */
  isTelling(stems: readonly string[]): boolean
  /** Share of what the message says that an answer and its questions speak of. */
  of(stems: readonly string[], id: string): number
}

function createCoverage(answers: readonly SearchedAnswer[], stem: typeof stemWords): Coverage {
  const vocabularies = new Map(answers.map(({ id, questions, says }) => [id, new Set(stem([...questions.flat(), ...says]))]))
  const frequency = new Map<string, number>()
  for (const { questions } of answers)
    for (const words of questions) for (const said of new Set(stem(words))) frequency.set(said, (frequency.get(said) ?? 0) + 1)
  const total = answers.reduce((sum, { questions }) => sum + questions.length, 0)
  const weight = (said: string): number => Math.max(0, Math.log(total / (1 + (frequency.get(said) ?? 0))) - commonWord)
  const weigh = (stems: readonly string[]): number => stems.reduce((sum, said) => sum + weight(said), 0)
  return {
    isTelling: (stems) => weigh(stems) >= leastTold,
    of: (stems, id) => {
      const own = vocabularies.get(id)
      const said = [...new Set(stems)]
      if (said.some((stem) => year.test(stem) && own?.has(stem) !== true)) return 0
      return weigh(said.filter((stem) => own?.has(stem) === true)) / weigh(said)
    }
  }
}
