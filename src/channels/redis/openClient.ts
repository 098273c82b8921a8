import { createClient } from 'redis'
import { WrongSetting } from '../WrongSetting.js'

export type RedisClient = ReturnType<typeof createFor>

/**
 * A client that is not connected yet; the address is `redis://` or, with TLS, `rediss://`.
 * @throws WrongSetting when the address cannot be one; it names REDIS_URL and never prints it, for it may hold a password.
 */
export function openClient(url: string): RedisClient {
  try {
    if (new URL(url).hostname === '') throw new TypeError('no host')
    return createFor(url)
  } catch {
    throw new WrongSetting(
      'REDIS_URL is not the address of a Redis. Write redis://host:6379, or rediss://user:password@host:6379/0 for one with TLS; ' +
        'signs such as / or @ in a password are written as %2F and %40.'
    )
  }
}

/**
 * Without the offline queue a command fails at once while there is no connection. Only a ping is written while nothing is
 * asked, so a peer that has died is noticed by the silence after it. The client's own strategy would give up then; ours never does.
 */
function createFor(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 400,
    socket: { connectTimeout: 2000, socketTimeout: silenceMs, reconnectStrategy: backoff }
  })
}

/** After so long without a byte in either direction a connection is closed and made anew. Milliseconds. */
export const silenceMs = 900

/** Milliseconds until the next attempt: up to twice as long each time, at most 2 s, by chance so that replicas do not come all at once. */
const backoff = (attempts: number): number => 50 + Math.random() * Math.min(1950, 50 * 2 ** attempts)
