import type { Outcome } from './Outcome.js'
import { post, type Sending } from './post.js'
import type { Server } from './startServer.js'

/** What must stand nowhere: a word of every utterance, a part of every id of a conversation and of every address (RFC 5737). */
export const secrets = { word: 'quokka', id: 'numbat', address: '203.0.113.' } as const

export const worry = `I think a child is neglected, their ${secrets.word} too`
/** What it says depends on what was said before. */
export const place = 'poole'

/** Utterances that need no memory. */
export const utterances = [
  `who do I call about a boy in Poole who lost his ${secrets.word}`,
  `what are the signs of neglect, says the ${secrets.word}`,
  `my friend with the ${secrets.word} is being groomed online in Swanage`,
  `a girl has gone missing with her ${secrets.word} in Weymouth`
] as const

/** One of them. */
export const utterance = (index: number): string => utterances[index % utterances.length] ?? ''

/** A turn of a conversation with the bot, to be answered in the response. */
export const botTurn = ({ url }: Server, conversation: string, text: string, sending: Sending = {}): Promise<Outcome> => {
  const activity = { type: 'message', id: '1', text, channelId: 'directline', deliveryMode: 'expectReplies' }
  return post(`${url}/api/messages`, { ...activity, conversation: { id: conversation } }, sending)
}

/** A turn over REST. */
export const restTurn = ({ url }: Server, words: string, state: object = {}, sending: Sending = {}): Promise<Outcome> =>
  post(`${url}/api/chat`, { utterance: words, state }, sending)

let made = 0
/** The id of a conversation that nobody has had. */
export const newConversation = (): string => `${secrets.id}-${String(made++)}`

let seen = 0
/** Headers of somebody whom nobody has seen, as a proxy in front tells it. */
export const newCaller = () => ({ headers: { 'x-forwarded-for': `${secrets.address}${String(++seen)}` } })
