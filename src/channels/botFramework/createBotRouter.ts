import { Router, json, type Request, type Response } from 'express'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import type { Respond } from '../../conversation/createRespond.js'
import { guardActivity } from './guardActivity.js'

export type ProcessActivity = (request: Request, response: Response) => Promise<void>

/** Loads the host with its SDK; called on the first activity, so that a server without bots never pays for it. */
export type LoadHost = (respond: Respond) => Promise<ProcessActivity>

/** POST /api/messages: guards the activity, then hands it to the Bot Framework host. */
export function createBotRouter(respond: Respond, failureReply: FailureReply, anonymous: boolean, loadHost: LoadHost): Router {
  const router = Router()
  let host: Promise<ProcessActivity> | undefined
  router.post('/api/messages', json({ limit: '256kb' }), async (request, response) => {
    const refusal = guardActivity(request.body, anonymous)
    if (refusal !== undefined) {
      const { status, ...reason } = refusal
      response.status(status).json({ ...reason, reply: failureReply('failure.bad-request') })
      return
    }
    host ??= loadHost(respond)
    await (
      await host
    )(request, response)
  })
  return router
}
