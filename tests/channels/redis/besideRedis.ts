import { connectRedis, type Redis, type RedisSettings } from '../../../src/channels/redis/connectRedis.js'
import { findRedisServer } from './findRedisServer.js'
import { startRedis, type RedisServer } from './startRedis.js'
import { until } from './until.js'
import { describeWith } from '../../describeWith.js'

export interface BesideRedis {
  readonly server: () => RedisServer
  /** A connection that is there already, closed after the test. */
  readonly connect: (settings?: RedisSettings) => Promise<Redis>
}

/**
 * A set of promises that are tested beside a real Redis, one for all of them. Without a redis-server they are skipped, but fail
 * where CI=true.
 */
export function besideRedis(name: string, promises: (beside: BesideRedis) => void): void {
  describeWith(
    findRedisServer(),
    name,
    'There is no redis-server here: install it.'
  )(name, () => {
    let server: RedisServer | undefined
    const connections: Redis[] = []
    beforeAll(async () => {
      server = await startRedis()
    })
    afterEach(async () => {
      server?.thaw()
      for (const connection of connections.splice(0)) await connection.close()
    })
    afterAll(async () => {
      await server?.kill()
    })
    const running = (): RedisServer => {
      if (server === undefined) throw new Error('The Redis did not start.')
      return server
    }
    promises({
      server: running,
      connect: async (settings) => {
        const redis = connectRedis(running().url, settings)
        connections.push(redis)
        await until(() => !redis.isAway())
        return redis
      }
    })
  })
}
