import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { createFailureReply } from '../conversation/createFailureReply.js'
import type { Signpost } from '../conversation/loadSignpost.js'
import type { ReplyId } from '../conversation/replyIds.js'
import { createApiRouter } from './api/createApiRouter.js'
import { createBotRouter, type LoadHost } from './botFramework/createBotRouter.js'
import { createOpenReferralRouter } from './openReferral/createOpenReferralRouter.js'
import { createRenderPage } from './web/createRenderPage.js'
import { createWebRouter } from './web/createWebRouter.js'

export interface AppSettings {
  /** Turns a minute from one address. */
  readonly perMinute: number
  /** The Bot Framework channel, if it is on. */
  readonly bot?: { readonly anonymous: boolean; readonly load: LoadHost }
  readonly logger?: Logger
}

type FailureId = Extract<ReplyId, `failure.${string}`>

/** The web page, REST and the Bot Framework channel in one Express application. Every error still gives 999 and a helpline. */
export function createApp({ respond, knowledge, say, makeOffer }: Signpost, settings: AppSettings): Express {
  const app = express()
  const failureReply = createFailureReply(knowledge, say, makeOffer)
  const renderPage = createRenderPage(say, knowledge)
  const fail =
    (status: number, sentence: FailureId, field?: string): RequestHandler =>
    (request, response) => {
      const reply = failureReply(sentence)
      response.status(status)
      if (request.accepts(['json', 'html']) === 'html' && !request.path.startsWith('/api/')) response.send(renderPage({ reply }))
      else response.json({ error: say(sentence), ...(field !== undefined && { field }), reply })
    }
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy }, referrerPolicy: { policy: 'no-referrer' } })
  )
  if (settings.logger !== undefined) app.use(logRequests(settings.logger))
  app.use('/assets', express.static(join(dirname(fileURLToPath(import.meta.url)), '../public'), { maxAge: '1h' }))
  app.use((_, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  app.post(
    '/{*any}',
    rateLimit({
      windowMs: 60_000,
      limit: settings.perMinute,
      legacyHeaders: false,
      standardHeaders: true,
      handler: fail(429, 'failure.too-many')
    })
  )
  app.use(createApiRouter(respond, failureReply))
  app.use('/openreferral', createOpenReferralRouter(knowledge))
  app.use(createWebRouter(respond, failureReply, renderPage))
  if (settings.bot !== undefined) app.use(createBotRouter(respond, failureReply, settings.bot.anonymous, settings.bot.load))
  app.use(fail(404, 'failure.not-found'))
  app.use(createErrorHandler(fail, settings.logger))
  return app
}

const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"]
}

/** Method, known path, status and time; never the address, the query or a body. */
function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    response.on('finish', () => {
      const route: unknown = request.route
      const known = typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'other'
      logger.info({ method: request.method, route: known, status: response.statusCode, ms: Math.round(performance.now() - began) })
    })
    next()
  }
}

function createErrorHandler(
  fail: (status: number, sentence: FailureId, field?: string) => RequestHandler,
  logger: Logger | undefined
): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : ''
    if (type === 'entity.too.large') fail(413, 'failure.too-long', 'body')(request, response, next)
    else if (
      type.startsWith('entity.') ||
      type.startsWith('encoding.') ||
      type === 'charset.unsupported' ||
      type === 'parameters.too.many' ||
      type === 'request.aborted'
    )
      fail(400, 'failure.bad-request', 'body')(request, response, next)
    else {
      logger?.error({ error: error instanceof Error ? error.name : 'unknown' })
      fail(500, 'failure.unexpected')(request, response, next)
    }
  }
}
