import { Router, urlencoded } from 'express'
import { z } from 'zod'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import type { Respond } from '../../conversation/createRespond.js'
import { state } from '../../conversation/State.js'
import { longestUtterance } from '../api/schemas.js'
import type { RenderPage } from './createRenderPage.js'

const form = z.object({ utterance: z.string().default(''), choice: z.string().optional(), state: z.string().default('{}') })

/** The web page: a form that works without scripts. State travels in a hidden field; nothing is kept. */
export function createWebRouter(respond: Respond, failureReply: FailureReply, renderPage: RenderPage): Router {
  const router = Router()
  router.get('/', (_, response) => response.send(renderPage({})))
  router.post('/', urlencoded({ extended: false, limit: '64kb' }), (request, response) => {
    const { utterance: typed, choice, state: carried } = form.parse(request.body ?? {})
    const utterance = choice ?? typed
    if (utterance.length > longestUtterance) {
      return response.status(413).send(renderPage({ reply: failureReply('failure.too-long'), state: carried, typed }))
    }
    const result = respond({ utterance, at: new Date() }, readState(carried))
    return response.send(renderPage({ utterance, reply: result.reply, state: JSON.stringify(result.state) }))
  })
  return router
}

/** What the hidden field holds is not trusted: anything odd is an empty memory. */
function readState(carried: string): z.infer<typeof state> {
  try {
    return state.catch({}).parse(JSON.parse(carried))
  } catch {
    return {}
  }
}
