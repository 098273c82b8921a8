import { Router, json } from 'express'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import type { Respond } from '../../conversation/createRespond.js'
import { openApi } from './openApi.js'
import { chatRequest, longestUtterance } from './schemas.js'
import { fieldOf } from '../../knowledge/fieldOf.js'

/** REST: one turn at POST /api/chat, with health, readiness and the OpenAPI document. */
export function createApiRouter(respond: Respond, failureReply: FailureReply): Router {
  const router = Router()
  router.get('/healthz', (_, response) => response.json({ status: 'ok' }))
  router.get('/readyz', (_, response) => response.json({ status: 'ready' }))
  router.get('/openapi.json', (_, response) => response.json(openApi))
  router.post('/api/chat', json({ limit: '64kb' }), (request, response) => {
    const parsed = chatRequest.safeParse(request.body)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return response
        .status(400)
        .json({ error: issue?.message ?? '', field: fieldOf(issue?.path), reply: failureReply('failure.bad-request') })
    }
    const { utterance, state } = parsed.data
    if (utterance.length > longestUtterance) {
      return response
        .status(413)
        .json({ error: `at most ${String(longestUtterance)} characters`, field: 'utterance', reply: failureReply('failure.too-long') })
    }
    return response.json(respond({ utterance, at: new Date() }, state ?? {}))
  })
  return router
}
