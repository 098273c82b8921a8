import { Router, urlencoded, type RequestHandler } from 'express'
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
  router.get('/', (_, response) => {
    response.send(renderPage({}))
  })
  router.post('/', ...createTurn(respond, failureReply, renderPage, {}))
  return router
}

/** Handlers of one turn: the form in, the page with the answer out. */
export function createTurn(
  respond: Respond,
  failureReply: FailureReply,
  renderPage: RenderPage,
  view: { readonly embedded?: boolean }
): [RequestHandler, RequestHandler] {
  const turn: RequestHandler = (request, response) => {
    const { utterance: typed, choice, state: carried } = form.parse(request.body ?? {})
    const utterance = choice ?? typed
    if (utterance.length > longestUtterance) {
      response.status(413).send(renderPage({ ...view, reply: failureReply('failure.too-long'), state: carried, typed }))
      return
    }
    const result = respond({ utterance, at: new Date() }, readState(carried))
    response.send(renderPage({ ...view, utterance, reply: result.reply, state: JSON.stringify(result.state) }))
  }
  return [urlencoded({ extended: false, limit: '64kb' }), turn]
}

/** What the hidden field holds is not trusted: anything odd is an empty memory. */
function readState(carried: string): z.infer<typeof state> {
  try {
    return state.catch({}).parse(JSON.parse(carried))
  } catch {
    return {}
  }
}
