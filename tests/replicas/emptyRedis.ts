import { createClient } from 'redis'

/** Makes a Redis forget everything. */
export async function emptyRedis(url: string): Promise<void> {
  const client = createClient({ url })
  await client.connect()
  await client.flushAll()
  await client.close()
}
