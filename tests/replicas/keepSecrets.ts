import type { Replicas } from './besideReplicas.js'
import { isRemembered } from './isRemembered.js'
import { readRedis } from './readRedis.js'
import { secrets } from './turns.js'

const halfAnHour = 1_800_000

/** That nothing that tells of somebody stands anywhere, after all that the tests before have said. */
export function keepSecrets({ redis, a, b, logs }: Replicas): void {
  it('hold no words, ids of conversations or addresses in Redis, and nothing for more than half an hour', async () => {
    expect(await isRemembered(a(), b())).toBe(true)
    const records = await readRedis(redis().url)
    const kinds = new Set(records.map(({ key }) => key.split(':', 2).join(':')))
    expect(kinds).toEqual(new Set(['signpost:state', 'signpost:limit']))
    expect(secretsIn(JSON.stringify(records))).toEqual([])
    expect(records.filter(({ expiryMs }) => expiryMs <= 0 || expiryMs > halfAnHour)).toEqual([])
  })

  it('log no words, ids of conversations or addresses', () => {
    expect(logs()).toContain('/api/messages')
    expect(secretsIn(logs())).toEqual([])
  })
}

const secretsIn = (written: string): string[] =>
  [...Object.values(secrets), '127.0.0.1'].filter((secret) => written.toLowerCase().includes(secret))
