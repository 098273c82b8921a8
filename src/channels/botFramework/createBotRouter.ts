import { Router, json, type Request, type RequestHandler, type Response } from 'express'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import { withDeadline } from '../withDeadline.js'
import type { Host } from './Host.js'
import { guardActivity } from './guardActivity.js'
import type { IncomingActivity } from './incomingActivity.js'
import { NotAuthorised } from './NotAuthorised.js'
import type { MayAnswerAt } from './serviceUrls.js'
import { TooManyTurns } from './TooManyTurns.js'

export interface BotChannel {
  readonly mayAnswerAt: MayAnswerAt
  /** Makes the host; called once, and again where that failed. */
  readonly load: () => Promise<Host>
  /** Load it at the start, so that nobody waits for it; otherwise on the first activity. */
  readonly isEager: boolean
}

export const botPath = '/api/messages'

/** How long a channel may take to accept an answer: it must not hold the caller, nor this process when it is to end. Milliseconds. */
const longestMs = 30_000

/** Counts turns; `byAddress` those of callers who prove nothing, `byConversation` those of a channel, which calls for everybody. */
export interface Limits {
  readonly byAddress: RequestHandler
  readonly byConversation: RequestHandler
}

/** Guards an activity, hands it to the Bot Framework host, and holds back a conversation that asks too often. Every refusal helps. */
export function createBotRouter({ mayAnswerAt, load, isEager }: BotChannel, failureReply: FailureReply, limits: Limits): Router {
  const loadOnce = onceItWorks(load)
  if (isEager) loadOnce().catch(() => undefined)
  const refuse = (response: Response, status: number, reason: object, reply: Parameters<FailureReply>[0] = 'failure.bad-request'): void => {
    response.status(status).json({ ...reason, reply: failureReply(reply) })
  }
  const guard: RequestHandler = (request, response, next) => {
    const guarded = guardActivity(request.body, mayAnswerAt, request.ip ?? '')
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
      const asked = {
        authorization: request.get('authorization') ?? '',
        activity: activityOf(response),
        admit: admitted(limits.byConversation, request, response)
      }
      const { status = 200, body } = (await withDeadline(host(asked), longestMs)) ?? {}
      if (body !== undefined) response.status(status).json(body)
      else if (status < 400) response.status(status).end()
      else refuse(response, status, { field: 'type', error: 'is not answered here; send a message' })
    } catch (error) {
      if (error instanceof TooManyTurns) refuse(response, 429, { error: 'too many turns in a minute' }, 'failure.too-many')
      else if (error instanceof NotAuthorised)
        await limits.byAddress(request, response, () => {
          refuse(response, 401, { field: 'authorization', error: 'the token is missing or wrong' })
        })
      else throw error
    }
  }
  return Router().post(botPath, json({ limit: '256kb' }), guard, answer)
}

/** What the guard let through. */
const activityOf = ({ locals }: Response): IncomingActivity => locals['activity'] as IncomingActivity

/** By what a limit of turns is counted: the conversation. */
export const conversationOf = ({ res }: Request): string => {
  const { channelId, conversation } = activityOf(res as Response)
  return `${channelId} ${conversation.id}`
}

/** A limit that passes on TooManyTurns instead of answering. */
const admitted = (limit: RequestHandler, request: Request, response: Response) => (): Promise<void> =>
  new Promise((resolve, reject) => {
    void limit(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error)
      else resolve()
    })
  })

function onceItWorks<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () =>
    (loaded ??= load().catch((error: unknown) => {
      loaded = undefined
      throw error
    }))
}
