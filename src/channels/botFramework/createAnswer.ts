import type { FailureReply } from '../../conversation/createFailureReply.js'
import type { Respond } from '../../conversation/createRespond.js'
import type { Say } from '../../conversation/createSay.js'
import { text } from '../../conversation/parts.js'
import type { Reply } from '../../conversation/Reply.js'
import { renderText } from '../../conversation/renderText.js'
import type { State } from '../../conversation/State.js'
import { longestUtterance } from '../api/schemas.js'
import type { IncomingActivity } from './incomingActivity.js'
import { hasFiles, wordsOf } from './wordsOf.js'

export interface BotVoice {
  readonly respond: Respond
  readonly say: Say
  readonly failureReply: FailureReply
  readonly now: () => Date
}

/** One turn: what the person sent and what is remembered give a reply and what to remember. */
export type Answer = (activity: IncomingActivity, state: State) => { reply: Reply; state: State }

/** What the person asks about being kept or told; the app around the bot keeps words even where we do not. */
const asksAboutKeeping = new Set(['privacy', 'delete-data', 'keep-a-secret'])

/** Makes the answers of the bot: those of `respond`, with a word about files, and about the app that it is written in. */
export function createAnswer({ respond, say, failureReply, now }: BotVoice): Answer {
  return (activity, state) => {
    const utterance = wordsOf(activity)
    if (utterance.length > longestUtterance) return { reply: failureReply('failure.too-long'), state }
    const turn = respond({ utterance, at: now() }, state)
    const before = hasFiles(activity) && utterance === '' ? [say('bot.files')] : []
    const after = [
      ...(hasFiles(activity) && utterance !== '' ? [say('bot.files')] : []),
      ...(asksAboutKeeping.has(turn.reply.ask ?? '') ? [say('bot.app-keeps')] : [])
    ]
    return { ...turn, reply: withNotes(turn.reply, before, after, say) }
  }
}

function withNotes(reply: Reply, before: readonly string[], after: readonly string[], say: Say): Reply {
  const [first, last] = [before, after].map((notes) => notes.map((note) => text('note', note)))
  const parts = [...(first ?? []), ...reply.parts, ...(last ?? [])]
  return { ...reply, parts, text: renderText(parts, say) }
}
