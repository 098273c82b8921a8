import { MemoryStore, type Store } from 'express-rate-limit'
import { RedisStore } from 'rate-limit-redis'
import type { Redis } from './connectRedis.js'
import { createKeyHash } from './createKeyHash.js'
import { createSendCommand } from './createSendCommand.js'

/**
 * Counts for express-rate-limit that all replicas share; while Redis is away each counts by itself, from nought. Never throws,
 * never takes longer than the deadline of Redis. An address stands nowhere, only its hash.
 * @param prefix such as `signpost:limit:chat:`, another one for each limit
 */
export function createLimitStore(redis: Redis, secret: string, prefix: string): Store {
  const shared = new RedisStore({ prefix, sendCommand: createSendCommand(redis) })
  const own = new MemoryStore()
  const hash = createKeyHash(secret)
  const either = async <T>(ask: (store: RedisStore | MemoryStore) => Promise<T>): Promise<T> => {
    try {
      return await ask(shared)
    } catch {
      return ask(own)
    }
  }
  return {
    prefix,
    localKeys: false,
    init: async (options) => {
      own.init(options)
      await shared.init(options)
    },
    increment: (key) => either((store) => store.increment(hash(key))),
    decrement: (key) => either((store) => store.decrement(hash(key))),
    resetKey: (key) => either((store) => store.resetKey(hash(key))),
    shutdown: () => {
      own.shutdown()
    }
  }
}
