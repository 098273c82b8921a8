import type { Redis } from '../../redis/connectRedis.js'
import { createKeyHash } from '../../redis/createKeyHash.js'
import { StateConflict } from './StateConflict.js'
import { anything, nothingYet, type StateItem, type StateStorage } from './StateStorage.js'

/**
 * State that all replicas share. An id of a conversation stands nowhere, only its hash. A record goes when it was not written
 * for so many seconds. Everything may throw RedisAway; whether a write was done is then not known.
 */
export function createRedisStorage(redis: Redis, secret: string, expirySeconds = 1800): StateStorage {
  const hash = createKeyHash(secret)
  const nameOf = (key: string): string => `signpost:state:${hash(key)}`
  const expiryMs = String(Math.round(expirySeconds * 1000))
  return {
    read: async (keys) => {
      const records = await redis.run((client) => Promise.all(keys.map((key) => client.hmGet(nameOf(key), ['version', 'item']))))
      return Object.fromEntries(keys.flatMap((key, index) => toEntry(key, records[index])))
    },
    write: async (changes) => {
      const items = Object.entries<StateItem>(changes)
      const written = items.flatMap(([, { eTag = anything, ...item }]) => [eTag, JSON.stringify(item)])
      const asked = { keys: items.map(([key]) => nameOf(key)), arguments: [expiryMs, ...written] }
      if ((await redis.run((client) => client.eval(compareAndSet, asked))) !== 1) throw new StateConflict()
    },
    delete: async (keys) => {
      if (keys.length > 0) await redis.run((client) => client.del(keys.map(nameOf)))
    }
  }
}

type Entry = [key: string, item: StateItem]

function toEntry(key: string, [eTag, item]: (string | null)[] = []): Entry[] {
  if (typeof eTag !== 'string' || typeof item !== 'string') return []
  return [[key, { ...(JSON.parse(item) as object), eTag }]]
}

// Arguments: the expiry, then an eTag and an item for each key. It is sent whole each time: a restarted Redis knows no script.
const compareAndSet = `
for i, key in ipairs(KEYS) do
  local eTag = ARGV[2 * i]
  if eTag ~= '${anything}' and eTag ~= (redis.call('HGET', key, 'version') or '${nothingYet}') then return 0 end
end
for i, key in ipairs(KEYS) do
  redis.call('HINCRBY', key, 'version', 1)
  redis.call('HSET', key, 'item', ARGV[2 * i + 1])
  redis.call('PEXPIRE', key, ARGV[1])
end
return 1`
