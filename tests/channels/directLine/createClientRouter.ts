import { randomUUID } from 'node:crypto'
import { Router, json, type RequestHandler, type Response } from 'express'
import { allowAnyOrigin } from './allowAnyOrigin.js'
import { authorise, callerOf, type Caller } from './authorise.js'
import type { BotLink } from './createBotLink.js'
import { createConversation, type Conversation } from './createConversation.js'
import { makeToken, type Claims } from './token.js'
import type { WireActivity } from './WireActivity.js'

/**
 * The side of Direct Line 3.0 that people's clients call, without streams, so that they ask again and again. Source: "API
 * reference - Direct Line API 3.0", Microsoft Learn; who is said to have come, and when: "Web Chat Welcome Messages" in the
 * documents of Web Chat.
 */
export function createClientRouter(conversations: Map<string, Conversation>, bot: BotLink): Router {
  const begin = async ({ conv, user }: Claims): Promise<void> => {
    const conversation = createConversation(conv)
    conversations.set(conv, conversation)
    await bot.join(conversation, user === undefined ? [] : [user], true)
  }
  const start: RequestHandler = async (_, response) => {
    const told = withConversation(callerOf(response))
    const begun = conversations.has(told.conv)
    if (!begun) await begin(told)
    response.status(begun ? 200 : 201).json(granted(told))
  }
  const find: RequestHandler = (request, response, next) => {
    const conversation = conversations.get(String(request.params['id']))
    const { conv = conversation?.id } = callerOf(response)
    if (conversation === undefined || conversation.id !== conv) response.status(404).json({ error: { code: 'BadArgument' } })
    else {
      response.locals['conversation'] = conversation
      next()
    }
  }
  return Router()
    .use(allowAnyOrigin, json())
    .post('/tokens/generate', generate)
    .use(authorise)
    .post('/tokens/refresh', renew)
    .post('/conversations', start)
    .get('/conversations/:id', find, renew)
    .get('/conversations/:id/activities', find, read)
    .post('/conversations/:id/activities', find, createPost(bot))
}

const generate: RequestHandler = (request, response) => {
  const { user } = request.body as { user?: { id: string } }
  response.json(granted(withConversation(user === undefined ? {} : { user: user.id })))
}

const renew: RequestHandler = (_, response) => {
  response.json(granted(withConversation(callerOf(response))))
}

const read: RequestHandler<object, unknown, unknown, { watermark?: string }> = (request, response) => {
  response.json(conversationOf(response).after(request.query.watermark))
}

/** Keeps what a person sends, gives it to the bot, and says so when the bot is content; who was not known to be there comes first. */
function createPost(bot: BotLink): RequestHandler {
  return async (request, response) => {
    const conversation = conversationOf(response)
    const activity = conversation.add(fromPerson(request.body as WireActivity))
    const { id } = activity.from
    if (!conversation.people.has(id)) await bot.join(conversation, [id], false)
    if (await bot.forward(conversation, activity)) response.json({ id: activity.id })
    else response.status(502).json({ error: { code: 'BotError', message: 'Failed to send activity: bot returned an error' } })
  }
}

const withConversation = ({ conv = randomUUID(), ...told }: Caller): Claims => ({ conv, ...told })

const granted = (told: Claims): object => ({ conversationId: told.conv, token: makeToken(told), expires_in: 1_800 })

const fromPerson = (activity: WireActivity): WireActivity => ({ ...activity, from: { ...activity.from, role: 'user' } })

/** What `find` found. */
const conversationOf = ({ locals }: Pick<Response, 'locals'>): Conversation => locals['conversation'] as Conversation
