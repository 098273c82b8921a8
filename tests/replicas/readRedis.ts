import { createClient } from 'redis'

export interface RedisRecord {
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
  /** Milliseconds until it goes; less than nought: never. */
  readonly expiryMs: number
}

/** All that a Redis holds. */
export async function readRedis(url: string): Promise<RedisRecord[]> {
  const client = createClient({ url })
  await client.connect()
  try {
    const keys = await client.keys('*')
    return await Promise.all(keys.map((key) => readRecord(client, key)))
  } finally {
    await client.close()
  }
}

async function readRecord(
  client: Pick<ReturnType<typeof createClient>, 'type' | 'get' | 'hGetAll' | 'pTTL'>,
  key: string
): Promise<RedisRecord> {
  const type = await client.type(key)
  if (type !== 'hash' && type !== 'string') throw new Error(`A ${type} in Redis, which this cannot read yet.`)
  const fields = type === 'hash' ? await client.hGetAll(key) : { value: (await client.get(key)) ?? '' }
  return { key, fields, expiryMs: await client.pTTL(key) }
}
