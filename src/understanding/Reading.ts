import type { Audience } from '../knowledge/records/audience.js'
import type { AnswerMatch } from './createMatchAnswers.js'
import type { Place } from './createFindLocality.js'
import type { KnownContact } from './createFindNumber.js'

/** A label with its share (0 to 1, all labels together 1). */
export interface Share {
  readonly id: string
  readonly share: number
}

/** All that was understood of one utterance. Lists are best first. */
export interface Reading {
  readonly words: readonly string[]
  /** Share of the message's n-grams that our examples know, 0 to 1: little of gibberish, and of languages that are not English. */
  readonly familiar: number
  readonly asks: readonly Share[]
  readonly topics: readonly Share[]
  /** Who speaks, when the words show it. */
  readonly audience?: Audience
  /** A topic that was named outright, as a button or in a word or two. */
  readonly namedTopic?: string
  /** A topic whose name stands somewhere in a short message. */
  readonly mentionedTopic?: string
  readonly place?: Place
  readonly service?: string
  readonly contact?: KnownContact
  readonly answers: readonly AnswerMatch[]
}
