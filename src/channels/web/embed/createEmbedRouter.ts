import { Router, type RequestHandler } from 'express'
import type { EmbedData } from '../client/EmbedData.js'
import type { RenderPage } from '../createRenderPage.js'
import { createEmbedScript } from './createEmbedScript.js'

/** The chat for pages of others: /embed.js puts a button there, and /embed is the chat in the frame that the button opens. */
export function createEmbedRouter(data: EmbedData, renderPage: RenderPage, turn: readonly RequestHandler[]): Router {
  const router = Router()
  const script = createEmbedScript(data)
  router.get('/embed.js', (_, response) => {
    response.set({ 'Cache-Control': 'public, max-age=300', 'Cross-Origin-Resource-Policy': 'cross-origin' })
    response.type('text/javascript').send(script)
  })
  router.get('/embed', (_, response) => {
    response.send(renderPage({ embedded: true }))
  })
  router.post('/embed', ...turn)
  return router
}
