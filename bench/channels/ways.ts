import type { Way } from './Case.js'

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** The ways in, as their clients use them. Each turn of the bot is a conversation of its own. */
export const ways = {
  rest: { path: '/api/chat', headers: json, body: (words) => JSON.stringify({ utterance: words }) },
  page: { path: '/', headers: form, body: (words) => new URLSearchParams({ utterance: words, state: '{}' }).toString() },
  browserPage: {
    path: '/',
    headers: { ...form, 'accept-encoding': 'gzip, deflate, br' },
    body: (words) => new URLSearchParams({ utterance: words, state: '{}' }).toString()
  },
  bot: { path: '/api/messages', headers: json, body: (words, turn) => JSON.stringify(activity(words, turn)) }
} as const satisfies Record<string, Way>

const activity = (text: string, turn: number) => ({
  type: 'message',
  id: String(turn),
  text,
  channelId: 'directline',
  deliveryMode: 'expectReplies',
  conversation: { id: `bench-${String(turn)}` },
  from: { id: 'person' },
  recipient: { id: 'signpost' }
})
