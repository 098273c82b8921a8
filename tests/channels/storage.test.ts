import type { Storage as AgentsStorage } from '@microsoft/agents-hosting'
import type { Storage as BotStorage } from 'botbuilder'
import { setTimeout as wait } from 'node:timers/promises'
import { createMemoryStorage } from '../../src/channels/botFramework/storage/createMemoryStorage.js'
import { createOptimisticStorage } from '../../src/channels/botFramework/storage/createOptimisticStorage.js'
import { createRedisStorage } from '../../src/channels/botFramework/storage/createRedisStorage.js'
import { StateConflict } from '../../src/channels/botFramework/storage/StateConflict.js'
import type { StateStorage } from '../../src/channels/botFramework/storage/StateStorage.js'
import { RedisAway } from '../../src/channels/redis/RedisAway.js'
import { besideRedis } from './redis/besideRedis.js'

/** The same store as two replicas see it. */
type Open = (expirySeconds?: number) => Promise<readonly [StateStorage, StateStorage]>

const secret = 'a secret of the tests'
let made = 0
const newKey = (): string => `test/conversations/${String(made++)}/`

/** Checked by the compiler: each storage is one for either SDK. */
const fitsBoth = (storage: StateStorage): readonly [BotStorage, AgentsStorage] => [storage, storage]

/** What every storage promises. */
function keepsItsPromises(open: Open): void {
  it('is a storage for both SDKs', async () => {
    const [first] = await open()
    const key = newKey()
    for (const storage of fitsBoth(first)) {
      await storage.write({ [key]: { topic: 'neglect', eTag: '*' } })
      expect((await storage.read([key]))[key]).toMatchObject({ topic: 'neglect' })
    }
  })

  it('has nothing under a key that was never written', async () => {
    const [first] = await open()
    expect(await first.read([newKey(), newKey()])).toEqual({})
    expect(await first.read([])).toEqual({})
  })

  it('gives back what was written, to the other replica too', async () => {
    const [first, second] = await open()
    const [key, other] = [newKey(), newKey()]
    await first.write({ [key]: { signpost: { topic: 'neglect', awaiting: ['locality'] } }, [other]: { signpost: {} } })
    expect(await second.read([key, newKey(), other])).toEqual({
      [key]: { signpost: { topic: 'neglect', awaiting: ['locality'] }, eTag: '1' },
      [other]: { signpost: {}, eTag: '1' }
    })
  })

  it('gives a copy: nobody changes what is kept but by writing', async () => {
    const [first] = await open()
    const key = newKey()
    const item = { places: ['poole'] }
    await first.write({ [key]: item })
    item.places.push('swanage')
    const read: { places: string[] } = (await first.read([key]))[key]
    read.places.push('wareham')
    expect((await first.read([key]))[key]).toEqual({ places: ['poole'], eTag: '1' })
  })

  it('counts the writes in the eTag', async () => {
    const [first, second] = await open()
    const key = newKey()
    for (const storage of [first, second, first]) await storage.write({ [key]: { topic: 'neglect' } })
    expect((await first.read([key]))[key]).toEqual({ topic: 'neglect', eTag: '3' })
  })

  it('writes over the version that was read, and over no other', async () => {
    const [first, second] = await open()
    const key = newKey()
    await first.write({ [key]: { turns: 1 } })
    const { [key]: read } = await second.read([key])
    await first.write({ [key]: { ...read, turns: 2 } })
    await expect(second.write({ [key]: { ...read, turns: 3 } })).rejects.toThrow(StateConflict)
    expect((await second.read([key]))[key]).toEqual({ turns: 2, eTag: '2' })
  })

  it.each([{}, { eTag: '*' }])('writes over anything with %j', async (eTag) => {
    const [first] = await open()
    const key = newKey()
    await first.write({ [key]: { turns: 1, ...eTag } })
    await first.write({ [key]: { turns: 2, ...eTag } })
    expect((await first.read([key]))[key]).toEqual({ turns: 2, eTag: '2' })
  })

  it('takes the eTag 0 for: only where there is nothing', async () => {
    const [first, second] = await open()
    const key = newKey()
    await first.write({ [key]: { turns: 1, eTag: '0' } })
    await expect(second.write({ [key]: { turns: 9, eTag: '0' } })).rejects.toThrow(StateConflict)
    expect((await first.read([key]))[key]).toEqual({ turns: 1, eTag: '1' })
  })

  it('does not write over a version that is no longer there', async () => {
    const [first] = await open()
    const key = newKey()
    await expect(first.write({ [key]: { turns: 1, eTag: '1' } })).rejects.toThrow(StateConflict)
    expect(await first.read([key])).toEqual({})
  })

  it('writes all of several items or none', async () => {
    const [first] = await open()
    const [key, other] = [newKey(), newKey()]
    await expect(first.write({ [key]: { turns: 1 }, [other]: { turns: 1, eTag: '7' } })).rejects.toThrow(StateConflict)
    expect(await first.read([key, other])).toEqual({})
  })

  it('tells nothing of the conversation in a conflict', async () => {
    const [first] = await open()
    const key = newKey()
    const error: unknown = await first.write({ [key]: { topic: 'canary', eTag: '7' } }).catch((thrown: unknown) => thrown)
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/canary|conversations/)
  })

  it('forgets what is deleted', async () => {
    const [first, second] = await open()
    const [key, other] = [newKey(), newKey()]
    await first.write({ [key]: { turns: 1 }, [other]: { turns: 1 } })
    await second.delete([key, newKey()])
    await second.delete([])
    expect(Object.keys(await first.read([key, other]))).toEqual([other])
  })

  it('forgets what was not written for a while, and each write begins the while anew', async () => {
    const [first] = await open(0.4)
    const [left, kept] = [newKey(), newKey()]
    await first.write({ [left]: { turns: 1 }, [kept]: { turns: 1 } })
    await wait(250)
    await first.write({ [kept]: { turns: 2 } })
    await wait(250)
    expect(await first.read([left, kept])).toEqual({ [kept]: { turns: 2, eTag: '2' } })
    await first.write({ [left]: { turns: 1, eTag: '0' } })
    expect((await first.read([left]))[left]).toMatchObject({ eTag: '1' })
  })

  it('keeps many conversations apart', async () => {
    const [first, second] = await open()
    const keys = Array.from({ length: 300 }, newKey)
    await Promise.all(keys.map((key, turns) => first.write({ [key]: { turns } })))
    const items: Record<string, unknown> = await second.read(keys)
    expect(keys.map((key) => items[key])).toEqual(keys.map((_, turns) => ({ turns, eTag: '1' })))
  })

  it('lets one of many win that write over the same version at once', async () => {
    const [first, second] = await open()
    const key = newKey()
    await first.write({ [key]: { turns: 1 } })
    const writes = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? first : second).write({ [key]: { turns: 2, eTag: '1' } }))
    const ends = await Promise.allSettled(writes)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('writes over what this turn read, whatever eTag the SDK gives, and goes on from there', async () => {
    const [first, second] = await open()
    const key = newKey()
    const [turn, other] = [createOptimisticStorage(first), createOptimisticStorage(second)]
    await turn.read([key])
    await other.read([key])
    await turn.write({ [key]: { turns: 1, eTag: '*' } })
    await turn.write({ [key]: { turns: 2, eTag: '*' } })
    await expect(other.write({ [key]: { turns: 9, eTag: '*' } })).rejects.toThrow(StateConflict)
    await other.read([key])
    await other.write({ [key]: { turns: 3, eTag: '*' } })
    await expect(turn.write({ [key]: { turns: 9 } })).rejects.toThrow(StateConflict)
    expect((await first.read([key]))[key]).toEqual({ turns: 3, eTag: '3' })
  })

  it('writes over anything in a turn that did not read', async () => {
    const [first] = await open()
    const key = newKey()
    await first.write({ [key]: { turns: 1 } })
    const turn = createOptimisticStorage(first)
    await turn.write({ [key]: { turns: 2, eTag: '*' } })
    await turn.write({ [key]: { turns: 3, eTag: '*' } })
    expect((await first.read([key]))[key]).toEqual({ turns: 3, eTag: '3' })
  })

  it('begins anew in a turn that deleted', async () => {
    const [first] = await open()
    const key = newKey()
    await first.write({ [key]: { turns: 1 } })
    const turn = createOptimisticStorage(first)
    await turn.read([key])
    await turn.delete([key])
    await turn.write({ [key]: { turns: 1, eTag: '*' } })
    expect((await first.read([key]))[key]).toEqual({ turns: 1, eTag: '1' })
  })
}

describe('state in memory', () => {
  keepsItsPromises((expirySeconds) => {
    const storage = createMemoryStorage(() => new Date(), expirySeconds)
    return Promise.resolve([storage, storage])
  })

  it('forgets the conversation written longest ago when there are too many', async () => {
    const storage = createMemoryStorage(() => new Date(), 1800, 3)
    for (const key of ['a', 'b', 'c', 'a', 'd', 'e']) await storage.write({ [key]: {} })
    expect(Object.keys(await storage.read(['a', 'b', 'c', 'd', 'e']))).toEqual(['a', 'd', 'e'])
  })

  it('asks the clock that it was given', async () => {
    let time = new Date('2027-01-04T10:00:00Z')
    const storage = createMemoryStorage(() => time)
    await storage.write({ a: {} })
    time = new Date('2027-01-04T10:29:59Z')
    expect(await storage.read(['a'])).toHaveProperty('a')
    time = new Date('2027-01-04T10:30:00Z')
    expect(await storage.read(['a'])).toEqual({})
  })
})

besideRedis('state in Redis', ({ server, connect }) => {
  keepsItsPromises(async (expirySeconds) => [
    createRedisStorage(await connect(), secret, expirySeconds),
    createRedisStorage(await connect(), secret, expirySeconds)
  ])

  it('holds no id of a conversation, and nothing without an end', async () => {
    const redis = await connect()
    await redis.run((client) => client.flushDb())
    await createRedisStorage(redis, secret).write({ 'webchat/conversations/canary/': { topic: 'neglect' } })
    const [name = '', ...others] = await redis.run((client) => client.keys('*'))
    expect(others).toEqual([])
    expect(name).toMatch(/^signpost:state:[\w-]{43}$/)
    expect(JSON.stringify(await redis.run((client) => client.hGetAll(name)))).not.toContain('canary')
    expect(await redis.run((client) => client.ttl(name))).toBeGreaterThan(1790)
  })

  it('finds nothing with another secret', async () => {
    const redis = await connect()
    const key = newKey()
    await createRedisStorage(redis, secret).write({ [key]: {} })
    expect(await createRedisStorage(redis, 'another secret').read([key])).toEqual({})
  })

  it('says that Redis is away when it is, and works again on a Redis that was started anew', async () => {
    const redis = await connect()
    const storage = createRedisStorage(redis, secret)
    const key = newKey()
    await storage.write({ [key]: { turns: 1 } })
    await server().kill()
    await expect(storage.read([key])).rejects.toThrow(RedisAway)
    await expect(storage.write({ [key]: {} })).rejects.toThrow(RedisAway)
    await expect(storage.delete([key])).rejects.toThrow(RedisAway)
    await server().start()
    const again = createRedisStorage(await connect(), secret)
    await again.write({ [key]: { turns: 1, eTag: '0' } })
    expect((await again.read([key]))[key]).toEqual({ turns: 1, eTag: '1' })
  })
})
