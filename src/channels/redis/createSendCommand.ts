import { createHash } from 'node:crypto'
import type { SendCommandFn } from 'rate-limit-redis'
import type { Redis } from './connectRedis.js'

/**
 * Commands of rate-limit-redis. It loads its scripts into Redis once and keeps the promise of that: with Redis away at the
 * start it could never count again, and a restarted Redis has forgotten them. So loading is only remembering here, and each
 * call takes its script along.
 */
export function createSendCommand(redis: Redis): SendCommandFn {
  const scripts = new Map<string, string>()
  const remember = (script: string): string => {
    const sha = createHash('sha1').update(script).digest('hex')
    scripts.set(sha, script)
    return sha
  }
  return async (...command) => {
    const [name, first = '', ...rest] = command
    if (name === 'SCRIPT') return remember(rest[0] ?? '')
    const full = name === 'EVALSHA' ? ['EVAL', scripts.get(first) ?? '', ...rest] : command
    return redis.run((client) => client.sendCommand<number[] | number>(full))
  }
}
