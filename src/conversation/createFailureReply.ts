import type { Knowledge } from '../knowledge/loadKnowledge.js'
import type { MakeOffer } from './createOffer.js'
import type { Say } from './createSay.js'
import { text } from './parts.js'
import { renderText } from './renderText.js'
import type { ReplyId } from './replyIds.js'
import type { Reply } from './Reply.js'

export type FailureReply = (sentence: Extract<ReplyId, `failure.${string}`>) => Reply

/** Makes the replies for when something breaks. They are ready from the start and depend on nothing that can fail later. */
export function createFailureReply({ firstContacts }: Knowledge, say: Say, makeOffer: MakeOffer): FailureReply {
  const offer = makeOffer(firstContacts.failure, { audience: 'public', at: new Date() })
  return (sentence) => {
    const parts = [text('answer', say(sentence)), ...offer.parts]
    return { kind: 'notUnderstood', text: renderText(parts, say), services: [...offer.services], sources: [], parts }
  }
}
