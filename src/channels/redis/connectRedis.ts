import type { Logger } from 'pino'
import { createBreaker } from './createBreaker.js'
import { nameOfError } from './nameOfError.js'
import { openClient, silenceMs, type RedisClient } from './openClient.js'
import { RedisAway } from './RedisAway.js'
import { withDeadline } from '../withDeadline.js'

export interface Redis {
  /** The answer in time, or RedisAway. Never anything else, and never later than the deadline. */
  readonly run: <T>(work: (client: RedisClient) => Promise<T>) => Promise<T>
  readonly isAway: () => boolean
  /** Lets what was asked be answered, for as long as the deadline; then the connection is gone. */
  readonly close: () => Promise<void>
}

export interface RedisSettings {
  readonly deadlineMs?: number
  readonly logger?: Pick<Logger, 'info' | 'warn'>
}

// Longer than the silence after which a dead connection is closed: what the one caller who tries writes would put that off for ever.
const pauseMs = silenceMs + 100

/**
 * A connection to Redis that returns at once and keeps trying for ever: Redis may be away at the start, stop, freeze or come
 * back. After a failure it is not asked again for a second, then one caller tries. The log says when it goes and when it comes
 * back, with the error's name only.
 * @throws WrongSetting when the address cannot be one
 */
export function connectRedis(url: string, { deadlineMs = 100, logger }: RedisSettings = {}): Redis {
  const client = openClient(url)
  let closing = false
  const breaker = createBreaker(pauseMs, {
    opened: (error) => {
      if (!closing) logger?.warn({ redis: 'away', error: nameOfError(error) })
    },
    closed: () => logger?.info({ redis: 'back' })
  })
  client.on('error', breaker.failed)
  client.on('ready', breaker.answered)
  // Not before what starts this process is done: loading takes seconds, and the connection would seem to have timed out.
  const starting = setImmediate(() => {
    // Rejects only when it is closed before it ever connected; each failed attempt is an 'error' event.
    client.connect().catch(() => undefined)
  })
  return {
    isAway: () => !client.isReady || breaker.isOpen(),
    run: async (work) => {
      if (!client.isReady || !breaker.mayAsk()) throw new RedisAway()
      try {
        const answer = await withDeadline(work(client), deadlineMs)
        breaker.answered()
        return answer
      } catch (error) {
        breaker.failed(error)
        throw new RedisAway()
      }
    },
    close: async () => {
      closing = true
      clearImmediate(starting)
      if (client.isReady) await withDeadline(client.close(), deadlineMs).catch(() => undefined)
      client.destroy()
    }
  }
}
