import { Router, json, type RequestHandler } from 'express'
import type { BotLink } from './createBotLink.js'
import type { Conversation } from './createConversation.js'
import type { WireActivity } from './WireActivity.js'

/** The side of the service that the bot calls to say something: the connector, where `serviceUrl` leads. */
export function createConnectorRouter(conversations: ReadonlyMap<string, Conversation>, bot: BotLink): Router {
  const take: RequestHandler = (request, response) => {
    const conversation = conversations.get(String(request.params['id']))
    if (conversation === undefined) response.status(404).json({ error: { code: 'BadArgument' } })
    else response.status(201).json({ id: bot.take(conversation, request.body as WireActivity).id })
  }
  return Router().use(json()).post(['/:id/activities', '/:id/activities/:replyTo'], take)
}
