import './channels/forgetDebug.js'
import { pino, type Logger } from 'pino'
import { hasAppId, type BotSettings } from './channels/botFramework/createBotChannel.js'
import { loadAgents } from './channels/botFramework/loadAgents.js'
import { loadBotbuilder } from './channels/botFramework/loadBotbuilder.js'
import { createMemoryStorage } from './channels/botFramework/storage/createMemoryStorage.js'
import { createApp } from './channels/createApp.js'
import { lastWords } from './channels/lastWords.js'
import { readSettings } from './channels/readSettings.js'
import { WrongSetting } from './channels/WrongSetting.js'
import { loadSignpost } from './conversation/loadSignpost.js'
import { areaRoot } from './knowledge/areaRoot.js'
import { KnowledgeFaults } from './knowledge/Faults.js'

/** After SIGTERM callers still get 503 with help for so long, so that what balances the load turns away before the door closes. */
const goodbyeMs = 2_000

/** Then the process ends all the same. */
const longestGoodbyeMs = 10_000

/** Longer than proxies keep a connection that nobody uses, so that none of them writes into one that was just closed. */
const keepAliveMs = 65_000

/** Serves Signpost: the web page, REST and the Bot Framework channel. Settings come from the environment; see README. */
async function main(): Promise<void> {
  const { port, perMinute, proxies, embedOrigins, botSdk, botHosts, redisUrl } = readSettings(process.env)
  const logger = pino({ base: null })
  const shared = redisUrl === undefined ? undefined : await createShared(redisUrl, logger)
  const bot: BotSettings = {
    load: botSdk === 'agents' ? loadAgents : loadBotbuilder,
    storage: shared?.storage ?? createMemoryStorage(() => new Date()),
    hosts: botHosts,
    isEager: true,
    credentials: process.env
  }
  const botIsOn = hasAppId(process.env) || process.env['NODE_ENV'] !== 'production'
  let stopping = false
  const app = createApp(loadSignpost(areaRoot()), {
    perMinute,
    proxies,
    logger,
    embedOrigins,
    isStopping: () => stopping,
    ...(botIsOn && { bot }),
    ...(shared !== undefined && { createLimitStore: shared.createLimitStore })
  })
  const server = app.listen(port, (error?: Error) => {
    if (error !== undefined) {
      process.stderr.write(`Signpost cannot listen on port ${String(port)}: ${error.message}. Set PORT to another one.\n`)
      process.exitCode = 1
      void shared?.close()
      return
    }
    process.stdout.write(`Signpost is ready: open http://localhost:${String(port)}\n`)
  })
  server.keepAliveTimeout = keepAliveMs
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping = true
      setTimeout(() => server.close(() => void shared?.close()), signal === 'SIGTERM' ? goodbyeMs : 0)
      // Whatever still holds on, such as a channel that does not accept an answer.
      setTimeout(() => process.exit(), longestGoodbyeMs).unref()
    })
  }
}

/**
 * What replicas share; its library is loaded only then. The address of Redis, password and all, is also the secret that hides
 * whose state and whose turns those are.
 */
async function createShared(redisUrl: string, logger: Logger) {
  const { connectRedis } = await import('./channels/redis/connectRedis.js')
  const { createLimitStore } = await import('./channels/redis/createLimitStore.js')
  const { createRedisStorage } = await import('./channels/botFramework/storage/createRedisStorage.js')
  const redis = connectRedis(redisUrl, { logger })
  return {
    storage: createRedisStorage(redis, redisUrl),
    createLimitStore: (limit: string) => createLimitStore(redis, redisUrl, `signpost:limit:${limit}:`),
    close: () => redis.close()
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof KnowledgeFaults || error instanceof WrongSetting)) throw error
  process.stderr.write(`${error.message}\n${lastWords}\n`)
  process.exitCode = 1
}
