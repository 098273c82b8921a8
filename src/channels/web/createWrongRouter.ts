import { Router, urlencoded } from 'express'
import { z } from 'zod'
import type { Say } from '../../conversation/createSay.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import type { RenderPage } from './createRenderPage.js'

const form = z.object({ service: z.string() })

/** "Is this wrong?": passes on the id of a service that we have, and nothing else that the person sent or said. */
export function createWrongRouter({ services }: Knowledge, say: Say, renderPage: RenderPage, passOn: (service: string) => void): Router {
  const router = Router()
  router.post('/wrong', urlencoded({ extended: false, limit: '1kb' }), (request, response, next) => {
    const sent = form.safeParse(request.body ?? {})
    if (!sent.success || !services.has(sent.data.service)) {
      next()
      return
    }
    passOn(sent.data.service)
    response.send(renderPage({ notice: say('chat.wrong-thanks') }))
  })
  return router
}
