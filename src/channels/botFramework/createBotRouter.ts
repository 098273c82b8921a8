import { Router, json, type Request, type RequestHandler, type Response } from 'express'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import type { Host } from './Host.js'
import { guardActivity } from './guardActivity.js'
import type { IncomingActivity } from './incomingActivity.js'
import { NotAuthorised } from './NotAuthorised.js'
import type { MayAnswerAt } from './serviceUrls.js'

export interface BotChannel {
  readonly mayAnswerAt: MayAnswerAt
  /** Makes the host; called once, and again where that failed. */
  readonly load: () => Promise<Host>
  /** Load it at the start, so that nobody waits for it; otherwise on the first activity. */
  readonly isEager: boolean
}

export const botPath = '/api/messages'

/** Guards an activity, holds back a conversation that asks too often, then hands it to the Bot Framework host. Every refusal helps. */
export function createBotRouter({ mayAnswerAt, load, isEager }: BotChannel, failureReply: FailureReply, limit: RequestHandler): Router {
  const loadOnce = onceItWorks(load)
  if (isEager) loadOnce().catch(() => undefined)
  const refuse = (response: Response, status: number, reason: object): void => {
    response.status(status).json({ ...reason, reply: failureReply('failure.bad-request') })
  }
  const guard: RequestHandler = (request, response, next) => {
    const guarded = guardActivity(request.body, mayAnswerAt)
    if ('activity' in guarded) {
      response.locals['activity'] = guarded.activity
      next()
    } else {
      const { status, ...reason } = guarded
      refuse(response, status, reason)
    }
  }
  const answer: RequestHandler = async (request, response) => {
    const host = await loadOnce()
    try {
      const { status = 200, body } =
        (await host({ authorization: request.get('authorization') ?? '', activity: activityOf(response) })) ?? {}
      if (body !== undefined) response.status(status).json(body)
      else if (status < 400) response.status(status).end()
      else refuse(response, status, { field: 'type', error: 'is not answered here; send a message' })
    } catch (error) {
      if (!(error instanceof NotAuthorised)) throw error
      refuse(response, 401, { field: 'authorization', error: 'the token is missing or wrong' })
    }
  }
  return Router().post(botPath, json({ limit: '256kb' }), guard, limit, answer)
}

/** What the guard let through. */
const activityOf = ({ locals }: Response): IncomingActivity => locals['activity'] as IncomingActivity

/** By what a limit of turns is counted: the conversation. */
export const conversationOf = ({ res }: Request): string => {
  const { channelId, conversation } = activityOf(res as Response)
  return `${channelId} ${conversation.id}`
}

function onceItWorks<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () =>
    (loaded ??= load().catch((error: unknown) => {
      loaded = undefined
      throw error
    }))
}
