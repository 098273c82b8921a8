import express, { type Express } from 'express'
import type { Conversation } from './createConversation.js'
import { createBotLink, type Delivery } from './createBotLink.js'
import { createClientRouter } from './createClientRouter.js'
import { createConnectorRouter } from './createConnectorRouter.js'
import { serve } from './serve.js'

export interface DirectLineService {
  /** Where clients find it. */
  readonly domain: string
  readonly close: () => Promise<void>
}

/** The Direct Line service of one bot, in this process, on a free port of the loopback, which the bot shares. */
export async function openDirectLine(bot: Express, delivery: Delivery): Promise<DirectLineService> {
  const conversations = new Map<string, Conversation>()
  let port = 0
  const link = createBotLink(() => `http://127.0.0.1:${String(port)}`, delivery)
  const app = express()
  app.use('/v3/directline', createClientRouter(conversations, link))
  app.use('/v3/conversations', createConnectorRouter(conversations, link))
  app.use(bot)
  const served = await serve(app)
  port = served.port
  return { domain: `http://localhost:${String(port)}/v3/directline`, close: served.close }
}
