import type { Say } from '../../conversation/createSay.js'
import type { Reply } from '../../conversation/Reply.js'
import { contactLink } from '../contactLink.js'
import type { AdaptiveCard } from './adaptiveCard.js'
import { lookOf, type Look } from './looks.js'
import { toBrief } from './toBrief.js'
import { toCard } from './toCard.js'
import { spokenNumbers, toSpeech } from './toSpeech.js'

interface SuggestedAction {
  readonly type: 'imBack' | 'call'
  readonly title: string
  readonly value: string
}

/** The fields of a message activity that come from a reply. */
export interface OutgoingActivity {
  readonly type: 'message'
  readonly text: string
  readonly textFormat: 'plain'
  readonly locale: 'en-GB'
  readonly speak: string
  readonly inputHint: 'expectingInput' | 'acceptingInput'
  readonly attachments?: { contentType: 'application/vnd.microsoft.card.adaptive'; content: AdaptiveCard }[]
  readonly suggestedActions?: { to: string[]; actions: SuggestedAction[] }
  readonly channelData?: { readonly messageBack: { readonly displayText: string } }
}

export type ToActivity = (reply: Reply, channelId: string) => OutgoingActivity

/**
 * Makes activities of replies: the complete plain text, speech, a card of what can be tapped, and suggested actions. Beside its
 * card a client would show everything twice, and 999 would be scrolled away: Web Chat is given short words to show instead
 * (`displayText`, which it takes before the text), and in Teams the text is those short words, the card's `fallbackText` the whole.
 */
export function createToActivity(say: Say, numbers: readonly string[]): ToActivity {
  const spoken = spokenNumbers(numbers)
  return (reply, channelId) => {
    const look = lookOf(channelId)
    const card = toCard(reply, say, look)
    const short = toBrief(reply, say)
    const actions = suggestions(reply, say, look)
    return {
      type: 'message',
      text: look.shortText && card !== undefined ? short : reply.text,
      textFormat: 'plain',
      locale: 'en-GB',
      speak: toSpeech(reply, spoken),
      inputHint: asks(reply) ? 'expectingInput' : 'acceptingInput',
      ...(card !== undefined && { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }),
      ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
      ...(look.suggests && { channelData: { messageBack: { displayText: short } } })
    }
  }
}

/** The call first in danger, because suggested actions are always in sight; then answers and next questions. */
function suggestions({ kind, parts, services }: Reply, say: Say, { calls }: Look): SuggestedAction[] {
  const number = kind === 'emergency' && calls ? services[0]?.phone : undefined
  const call =
    number === undefined
      ? []
      : [{ type: 'call' as const, title: say('bot.call', 'public', { number }), value: contactLink({ kind: 'phone', value: number }) }]
  const choices = parts.flatMap((part) => (part.type === 'choices' ? part.choices : []))
  return [...call, ...choices.map(({ label, utterance }) => ({ type: 'imBack' as const, title: label, value: utterance }))]
}

/** Does the reply end with a question to the person, or offer answers to one? */
const asks = ({ parts }: Reply): boolean =>
  parts.some((part) => (part.type === 'text' && part.role === 'question') || (part.type === 'choices' && part.role !== 'next'))
