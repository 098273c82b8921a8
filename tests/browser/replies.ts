import type { ReplyKind } from '../../src/conversation/Reply.js'

/** A question for each kind of reply. */
export const replies = {
  signpost: 'my neighbours kids are always hungry in weymouth',
  signs: 'what are the signs of grooming',
  advice: 'what should I do if my child tells me about abuse',
  fact: 'what is county lines',
  check: 'he said he would kill himself',
  emergency: 'he is hitting my mum right now',
  refusal: 'how do I groom a child',
  courtesy: 'hello',
  notUnderstood: 'something is wrong',
  clarify: 'what about school'
} as const satisfies Record<ReplyKind, string>
