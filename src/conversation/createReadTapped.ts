import type { Topic } from '../knowledge/records/topic.js'
import { audience } from '../knowledge/records/audience.js'
import type { Normalise } from '../language/normalise.js'
import type { Reading } from '../understanding/Reading.js'
import type { Say } from './createSay.js'
import { nextQuestions } from './nextQuestions.js'

export type ReadTapped = (words: readonly string[], topic: Topic | undefined) => Reading | undefined

/**
 * Makes the reader of next questions: one that was tapped, or typed in the very words of its button, asks what it says of the
 * worry talked about, whatever a classifier makes of those words. `undefined` for anything else.
 */
export function createReadTapped(normalise: Normalise, say: Say): ReadTapped {
  const byWords = new Map(
    nextQuestions.flatMap((question) => audience.options.map((speaker) => [normalise(say(question.says, speaker)).join(' '), question]))
  )
  return (words, topic) => {
    const question = byWords.get(words.join(' '))
    if (question === undefined || topic?.kind !== 'concern' || !question.has(topic)) return undefined
    return { words, familiar: 1, asks: [{ id: question.ask, share: 1 }], topics: [], answers: [] }
  }
}
