import type { Signpost } from '../../conversation/loadSignpost.js'
import { choices, text } from '../../conversation/parts.js'
import { renderText } from '../../conversation/renderText.js'
import type { Reply } from '../../conversation/Reply.js'
import { commonQuestions } from '../../conversation/steps/courtesy.js'

/** What somebody sees who opens the bot: what it is, what it is not, and where to begin. */
export function createWelcome({ knowledge, say }: Pick<Signpost, 'knowledge' | 'say'>): Reply {
  const parts = [
    text('standing', say('standing.line')),
    text('answer', say('courtesy.greeting')),
    text('note', say('bot.what-it-is')),
    choices(commonQuestions({ knowledge, audience: 'public' }))
  ]
  return { kind: 'courtesy', text: renderText(parts, say), services: [], sources: [], parts }
}
