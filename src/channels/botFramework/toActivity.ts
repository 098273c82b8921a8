import type { Say } from '../../conversation/createSay.js'
import type { Reply } from '../../conversation/Reply.js'
import type { AdaptiveCard } from './adaptiveCard.js'
import { toCard } from './toCard.js'
import { spokenNumbers, toSpeech } from './toSpeech.js'

/** The fields of a message activity that come from a reply. */
export interface OutgoingActivity {
  readonly type: 'message'
  readonly text: string
  readonly textFormat: 'plain'
  readonly locale: 'en-GB'
  readonly speak: string
  readonly inputHint: 'expectingInput' | 'acceptingInput'
  readonly attachments?: { contentType: 'application/vnd.microsoft.card.adaptive'; content: AdaptiveCard }[]
  readonly suggestedActions?: { to: string[]; actions: { type: 'imBack'; title: string; value: string }[] }
}

export type ToActivity = (reply: Reply) => OutgoingActivity

/** Makes activities of replies: the complete plain text always, speech, a card of what can be tapped, and suggested actions. */
export function createToActivity(say: Say, numbers: readonly string[]): ToActivity {
  const spoken = spokenNumbers(numbers)
  return (reply) => {
    const card = toCard(reply, say)
    const choices = reply.parts.flatMap((part) => (part.type === 'choices' ? part.choices : []))
    const actions = choices.map(({ label, utterance }) => ({ type: 'imBack' as const, title: label, value: utterance }))
    return {
      type: 'message',
      text: reply.text,
      textFormat: 'plain',
      locale: 'en-GB',
      speak: toSpeech(reply, spoken),
      inputHint: asks(reply) ? 'expectingInput' : 'acceptingInput',
      ...(card !== undefined && { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }),
      ...(actions.length > 0 && { suggestedActions: { to: [], actions } })
    }
  }
}

/** Does the reply end with a question to the person, or offer answers to one? */
const asks = ({ parts }: Reply): boolean =>
  parts.some((part) => (part.type === 'text' && part.role === 'question') || (part.type === 'choices' && part.role !== 'next'))
