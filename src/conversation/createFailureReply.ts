import type { Knowledge } from '../knowledge/loadKnowledge.js'
import type { MakeOffer, Offer } from './createOffer.js'
import type { Say } from './createSay.js'
import { text } from './parts.js'
import { renderText } from './renderText.js'
import type { ReplyId } from './replyIds.js'
import type { Reply } from './Reply.js'

export type FailureReply = (sentence: Extract<ReplyId, `failure.${string}`>) => Reply

/** Makes the replies for when something breaks: with the hours of now, or as they were at the start where even that cannot be worked out. */
export function createFailureReply({ firstContacts }: Knowledge, say: Say, makeOffer: MakeOffer): FailureReply {
  const offerNow = (): Offer => makeOffer(firstContacts.failure, { audience: 'public', at: new Date() })
  const ready = offerNow()
  return (sentence) => {
    const offer = orReady(offerNow, ready)
    const parts = [text('answer', say(sentence)), ...offer.parts]
    return { kind: 'notUnderstood', text: renderText(parts, say), services: [...offer.services], sources: [], parts }
  }
}

function orReady(offerNow: () => Offer, ready: Offer): Offer {
  try {
    return offerNow()
  } catch {
    return ready
  }
}
