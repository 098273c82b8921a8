import { once } from 'node:events'
import { createOptimisticStorage } from '../../../src/channels/botFramework/storage/createOptimisticStorage.js'
import { createRedisStorage } from '../../../src/channels/botFramework/storage/createRedisStorage.js'
import { retryOnConflict } from '../../../src/channels/botFramework/storage/retryOnConflict.js'
import { connectRedis } from '../../../src/channels/redis/connectRedis.js'
import { until } from './until.js'

// A replica: on a line of standard input it takes many turns of one conversation at once, and prints how many tries that took.
const [url = '', key = '', turns = '0'] = process.argv.slice(2)
const redis = connectRedis(url)
await until(() => !redis.isAway())
const storage = createRedisStorage(redis, 'a secret of the tests')
process.stdout.write('ready\n')
await once(process.stdin, 'data')
let tries = 0

async function takeTurn(): Promise<void> {
  tries++
  const own = createOptimisticStorage(storage)
  const before: unknown = (await own.read([key]))[key]?.turns
  await own.write({ [key]: { turns: Number(before ?? 0) + 1, eTag: '*' } })
}

const ends = await Promise.allSettled(Array.from({ length: Number(turns) }, () => retryOnConflict(takeTurn)))
const lost = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))
process.stdout.write(`${JSON.stringify({ tries, lost })}\n`)
await redis.close()
process.stdin.destroy()
