import { findRedisServer } from '../channels/redis/findRedisServer.js'
import { startRedis, type RedisServer } from '../channels/redis/startRedis.js'
import { startServer, type Server } from './startServer.js'
import { describeWith } from '../describeWith.js'

export interface Replicas {
  readonly redis: () => RedisServer
  readonly a: () => Server
  readonly b: () => Server
  /** What every server has written, those that are gone too. */
  readonly logs: () => string
}

export interface ReplicaSettings {
  readonly env: Readonly<Record<string, string>>
  /** Is there a Redis when the servers start? */
  readonly redisAtStart?: boolean
}

/** The SDKs that the bot can stand on. */
export const sdks = ['botbuilder', 'agents'] as const

/**
 * Promises of two servers beside one Redis, all of them processes of their own. A server that a test has ended is started anew
 * before the next. Without a redis-server they are skipped, but fail where CI=true.
 */
export function besideReplicas(name: string, { env, redisAtStart = true }: ReplicaSettings, promises: (replicas: Replicas) => void): void {
  describeWith(
    findRedisServer(),
    name,
    'There is no redis-server here: install it.'
  )(name, () => {
    let redis: RedisServer | undefined
    const started: Server[] = []
    const running = (): Server[] => started.filter((server) => server.isRunning())
    beforeAll(async () => {
      redis = await startRedis()
      if (!redisAtStart) await redis.kill()
    })
    beforeEach(async () => {
      const settings = { REDIS_URL: there(redis).url, ...env }
      const missing = Array.from({ length: 2 - running().length }, () => startServer(settings))
      started.push(...(await Promise.all(missing)))
    })
    afterEach(() => redis?.thaw())
    afterAll(async () => {
      for (const server of running()) server.signal('SIGKILL')
      await Promise.all(started.map(({ gone }) => gone))
      await redis?.kill()
    })
    promises({
      redis: () => there(redis),
      a: () => there(running()[0]),
      b: () => there(running()[1]),
      logs: () => started.map(({ log }) => log()).join('')
    })
  })
}

function there<T>(started: T | undefined): T {
  if (started === undefined) throw new Error('It did not start.')
  return started
}
