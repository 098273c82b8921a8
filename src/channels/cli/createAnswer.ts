import { createFailureReply } from '../../conversation/createFailureReply.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import type { Reply } from '../../conversation/Reply.js'
import type { State } from '../../conversation/State.js'
import { longestUtterance } from '../api/schemas.js'

/** One turn, now; the body of an answer of the REST API. */
export type Answer = (utterance: string, state: State) => { reply: Reply; state: State }

/** Makes turns that never throw: what breaks, or is too long to be read, gets the reply that helps all the same. */
export function createAnswer({ respond, knowledge, say, makeOffer }: Signpost): Answer {
  const failureReply = createFailureReply(knowledge, say, makeOffer)
  return (utterance, state) => {
    if (utterance.length > longestUtterance) return { reply: failureReply('failure.too-long'), state }
    try {
      return respond({ utterance, at: new Date() }, state)
    } catch {
      return { reply: failureReply('failure.unexpected'), state }
    }
  }
}
