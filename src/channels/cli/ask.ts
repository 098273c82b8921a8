import type { Signpost } from '../../conversation/loadSignpost.js'
import { colour } from './colour.js'

/** The answer to one question, as a person would like to read it in a terminal. */
export function ask(question: string, { respond, say }: Signpost, isTerminal: boolean): string {
  const { reply } = respond({ utterance: question, at: new Date() }, {})
  return `\n${colour(reply, say, isTerminal)}\n\n`
}
