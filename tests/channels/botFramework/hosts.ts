import type { Express } from 'express'
import request, { type Response } from 'supertest'
import { createApp, type AppSettings } from '../../../src/channels/createApp.js'
import type { LoadHost } from '../../../src/channels/botFramework/Host.js'
import { loadAgents } from '../../../src/channels/botFramework/loadAgents.js'
import { loadBotbuilder } from '../../../src/channels/botFramework/loadBotbuilder.js'
import { createMemoryStorage } from '../../../src/channels/botFramework/storage/createMemoryStorage.js'
import type { BotSettings } from '../../../src/channels/botFramework/createBotChannel.js'
import type { OutgoingActivity } from '../../../src/channels/botFramework/toActivity.js'
import { officeHours, signpost } from '../../signpost.js'

/** Every SDK that Signpost can stand on; each promise of the bot is tested on all of them. */
export const hosts: readonly [string, LoadHost][] = [
  ['botbuilder', loadBotbuilder],
  ['agents', loadAgents]
]

/** Signpost with the bot on. Without credentials callers prove nothing. */
export function botApp(load: LoadHost, bot: Partial<BotSettings> = {}, settings: Partial<AppSettings> = {}, product = signpost): Express {
  const storage = createMemoryStorage(() => new Date())
  return createApp(product, { perMinute: 10_000, ...settings, bot: { load, storage, credentials: {}, now: () => officeHours, ...bot } })
}

/** A message as a channel sends it, to be answered in the response. */
export const message = (text: string, fields: object = {}): object => ({
  type: 'message',
  id: '1',
  text,
  channelId: 'directline',
  deliveryMode: 'expectReplies',
  conversation: { id: 'c1' },
  from: { id: 'u' },
  recipient: { id: 'b', name: 'Signpost' },
  ...fields
})

export const post = (app: Express, activity: object, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(request(app).post('/api/messages').set(headers).send(activity))

/** An answer as it goes over the wire. */
export type Sent = OutgoingActivity & {
  readonly channelId: string
  readonly conversation: { readonly id: string }
  readonly replyToId: string
}

/** The answers to an activity. */
export async function answers(app: Express, activity: object): Promise<Sent[]> {
  const response = await post(app, activity)
  if (response.status !== 200) throw new Error(`answered with ${String(response.status)}: ${response.text}`)
  return (response.body as { activities: Sent[] }).activities
}

/** The one answer to a message. */
export async function answer(app: Express, activity: object): Promise<Sent> {
  const sent = await answers(app, activity)
  const [first] = sent
  if (first === undefined || sent.length > 1) throw new Error(`${String(sent.length)} answers instead of one`)
  return first
}
