import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import { rateLimit, type Store } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { createFailureReply } from '../conversation/createFailureReply.js'
import type { Signpost } from '../conversation/loadSignpost.js'
import type { ReplyId } from '../conversation/replyIds.js'
import { createApiRouter } from './api/createApiRouter.js'
import { createBotChannel, hasAppId, type BotSettings } from './botFramework/createBotChannel.js'
import { botPath, conversationOf, createBotRouter } from './botFramework/createBotRouter.js'
import { TooManyTurns } from './botFramework/TooManyTurns.js'
import { lastWords } from './lastWords.js'
import { createOpenReferralRouter } from './openReferral/createOpenReferralRouter.js'
import { createAssets } from './web/assets/createAssets.js'
import { publicDirectory } from './web/assets/publicDirectory.js'
import { createRenderPage } from './web/createRenderPage.js'
import { createTurn, createWebRouter } from './web/createWebRouter.js'
import { allowFraming } from './web/embed/allowFraming.js'
import { createEmbedData } from './web/embed/createEmbedData.js'
import { createEmbedRouter } from './web/embed/createEmbedRouter.js'
import { createPagesRouter } from './web/pages/createPagesRouter.js'
import { createWrongRouter } from './web/createWrongRouter.js'

export interface AppSettings {
  /** Turns a minute from one address. */
  readonly perMinute: number
  /** The Bot Framework channel, if it is on. */
  readonly bot?: BotSettings
  /** Where turns are counted, by the name of a limit; in this process unless it is given. */
  readonly createLimitStore?: (limit: string) => Store
  /** How many proxies stand in front, so that the address of a caller is read from X-Forwarded-For. */
  readonly proxies?: number
  readonly logger?: Logger
  /** Origins whose pages may hold the chat; none unless they are named. */
  readonly embedOrigins?: readonly string[]
  /** From then on every request is answered with help and the advice to come back. */
  readonly isStopping?: () => boolean
}

type FailureId = Extract<ReplyId, `failure.${string}`>

/** The web page, REST and the Bot Framework channel in one Express application. Every error still gives 999 and a helpline. */
export function createApp(signpost: Signpost, settings: AppSettings): Express {
  const { respond, knowledge, say, makeOffer } = signpost
  const app = express()
  const failureReply = createFailureReply(knowledge, say, makeOffer)
  const assets = createAssets(publicDirectory)
  const renderPage = createRenderPage(say, knowledge, assets.path, failureReply('failure.unexpected'))
  const fail =
    (status: number, sentence: FailureId, field?: string): RequestHandler =>
    (request, response) => {
      const reply = failureReply(sentence)
      response.status(status)
      if (request.accepts(['json', 'html']) === 'html' && !request.path.startsWith('/api/'))
        response.send(pageOr(() => renderPage({ reply, embedded: request.path === '/embed' })))
      else response.json({ error: say(sentence), ...(field !== undefined && { field }), reply })
    }
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', settings.proxies ?? 0)
  app.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy }, referrerPolicy: { policy: 'no-referrer' } })
  )
  const { embedOrigins = [] } = settings
  if (embedOrigins.length > 0) app.use('/embed', allowFraming(embedOrigins, contentSecurityPolicy))
  if (settings.logger !== undefined) app.use(logRequests(settings.logger))
  app.use('/assets', assets.serve)
  app.use(compression())
  app.use((_, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  const stopping = fail(503, 'failure.stopping')
  app.use((request, response, next) => {
    if (settings.isStopping?.() !== true) next()
    else stopping(request, response.set('Connection', 'close'), next)
  })
  const limit = createLimit(settings)
  const byAddress = limit('address', fail(429, 'failure.too-many'))
  app.post('/{*any}', (request, response, next) => {
    // Channels of the Bot Framework call from a few addresses for everybody: only who fails to prove to be one is counted by address.
    if (request.path === botPath && settings.bot !== undefined && hasAppId(settings.bot.credentials)) next()
    else byAddress(request, response, next)
  })
  app.use(createApiRouter(respond, failureReply))
  app.use('/openreferral', createOpenReferralRouter(knowledge))
  app.use(createWebRouter(respond, failureReply, renderPage))
  if (embedOrigins.length > 0) {
    const turn = createTurn(respond, failureReply, renderPage, { embedded: true })
    app.use(createEmbedRouter(createEmbedData(say, failureReply), renderPage, turn))
  }
  app.use(createPagesRouter(knowledge, say, assets.path, settings.perMinute))
  app.use(createWrongRouter(knowledge, say, renderPage, (service) => settings.logger?.warn({ reportedWrong: service })))
  if (settings.bot !== undefined) {
    const channel = createBotChannel(signpost, failureReply, settings.bot)
    const tooMany: RequestHandler = (_request, _response, next) => {
      next(new TooManyTurns())
    }
    app.use(createBotRouter(channel, failureReply, { byAddress, byConversation: limit('conversation', tooMany, conversationOf) }))
  }
  app.use(fail(404, 'failure.not-found'))
  app.use(createErrorHandler(fail, settings.logger))
  return app
}

/** Makes limits of turns a minute, by address or by what a request tells. */
const createLimit =
  ({ perMinute, createLimitStore }: AppSettings) =>
  (name: string, handler: RequestHandler, keyGenerator?: (request: Request) => string): RequestHandler =>
    rateLimit({
      windowMs: 60_000,
      limit: perMinute,
      legacyHeaders: false,
      standardHeaders: true,
      handler,
      ...(keyGenerator !== undefined && { keyGenerator }),
      ...(createLimitStore !== undefined && { store: createLimitStore(name) })
    })

/** A page, or the last words where even that cannot be made. */
function pageOr(render: () => string): string {
  try {
    return render()
  } catch {
    return lastWords
  }
}

const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'connect-src': ["'self'"],
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

/** A path with broken escapes, or a body that is not compressed as it says. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof URIError || (error instanceof Error && 'code' in error && /^(?:Z_|ERR__ERROR_|ERR_BROTLI)/.test(String(error.code)))

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
      type === 'request.aborted' ||
      isUnreadable(error)
    )
      fail(400, 'failure.bad-request', 'body')(request, response, next)
    else {
      logger?.error({ error: error instanceof Error ? error.name : 'unknown' })
      fail(500, 'failure.unexpected')(request, response, next)
    }
  }
}
