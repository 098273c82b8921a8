import { forAudience } from '../../knowledge/records/audience.js'
import type { Context, Draft, Step } from '../Context.js'
import type { ReplyId } from '../replyIds.js'
import { choices, text } from '../parts.js'

/** Asks that are answered by a sentence about ourselves or a courtesy, and nothing else. */
const sentences: Readonly<Record<string, ReplyId>> = {
  greeting: 'courtesy.greeting',
  thanks: 'courtesy.thanks',
  goodbye: 'courtesy.goodbye',
  'bot-identity': 'courtesy.bot-identity',
  privacy: 'courtesy.privacy',
  'delete-data': 'courtesy.delete-data',
  'abuse-of-bot': 'courtesy.abuse-of-bot'
}

/** Nothing was typed. */
export const empty: Step = ({ reading, say, audience }) =>
  reading.words.length > 0
    ? undefined
    : {
        kind: 'courtesy',
        parts: [text('answer', say('courtesy.empty', audience)), text('question', say('standing.line', audience))],
        withoutStandingLine: true
      }

export const courtesy: Step = (context) => {
  const { ask, say, audience, knowledge } = context
  const sentence = sentences[ask ?? '']
  if (sentence === undefined) return undefined
  const more = ask === 'greeting' || ask === 'abuse-of-bot' ? [choices(commonQuestions(context))] : []
  const offer = ask === 'privacy' && audience === 'child' ? context.offer(knowledge.firstContacts.secret.child ?? [], 1) : undefined
  return {
    kind: 'courtesy',
    ask,
    ...(offer !== undefined && { offer }),
    parts: [
      text('answer', say(sentence, audience)),
      ...(ask === 'bot-identity' ? [text('note', say('courtesy.how-it-works', audience))] : []),
      ...more,
      ...(offer?.parts ?? [])
    ],
    withoutStandingLine: ask === 'thanks' || ask === 'goodbye'
  }
}

/** A few topics to tap, in the words of their names. */
export function commonQuestions({ knowledge, audience }: Pick<Context, 'knowledge' | 'audience'>): string[] {
  const { common } = knowledge.firstContacts
  return forAudience(common, audience).map((id) => knowledge.topics.get(id)?.name ?? id)
}

/** Asked to keep a secret: it cannot be promised, and why, kindly. */
export const keepASecret: Step = ({ ask, say, audience, knowledge, offer }): Draft | undefined => {
  if (ask !== 'keep-a-secret') return undefined
  const { secret } = knowledge.firstContacts
  const offered = offer(forAudience(secret, audience), 2)
  return { kind: 'courtesy', ask, parts: [text('answer', say('courtesy.keep-a-secret', audience)), ...offered.parts], offer: offered }
}
