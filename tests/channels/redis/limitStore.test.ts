import express from 'express'
import { rateLimit, type Store } from 'express-rate-limit'
import supertest from 'supertest'
import { connectRedis, type Redis } from '../../../src/channels/redis/connectRedis.js'
import { createLimitStore } from '../../../src/channels/redis/createLimitStore.js'
import { besideRedis } from './besideRedis.js'
import { freePort } from './freePort.js'
import { until } from './until.js'

const secret = 'a secret of the tests'
let made = 0
const newPrefix = (): string => `signpost:limit:test${String(made++)}:`

/** A replica that lets three requests through in a minute; asks it once, gives the status and the milliseconds. */
function createReplica(redis: Redis, prefix: string): () => Promise<{ status: number; left: string; ms: number }> {
  const app = express()
  const store = createLimitStore(redis, secret, prefix)
  app.use(rateLimit({ windowMs: 60_000, limit: 3, standardHeaders: true, legacyHeaders: false, store }))
  app.get('/', (_, response) => {
    response.end()
  })
  return async () => {
    const began = performance.now()
    const { status, headers } = await supertest(app).get('/')
    return { status, left: String(headers['ratelimit-remaining']), ms: performance.now() - began }
  }
}

/** A store as a limit of a minute has made it ready. */
function createReadyStore(redis: Redis, prefix: string): Store {
  const store = createLimitStore(redis, secret, prefix)
  rateLimit({ windowMs: 60_000, store })
  return store
}

describe('a limit without any Redis', () => {
  it('counts in memory, from the start', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown): unknown => unhandled.push(reason)
    process.on('unhandledRejection', note)
    const redis = connectRedis(`redis://127.0.0.1:${String(await freePort())}`)
    const ask = createReplica(redis, newPrefix())
    const statuses = []
    for (let i = 0; i < 5; i++) statuses.push((await ask()).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    await redis.close()
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })
})

besideRedis('a limit that replicas share', ({ server, connect }) => {
  it('counts the requests of both', async () => {
    const prefix = newPrefix()
    const [first, second] = [createReplica(await connect(), prefix), createReplica(await connect(), prefix)]
    const statuses = []
    for (const ask of [first, second, first, second, first]) statuses.push((await ask()).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  it('holds no address, and nothing without an end', async () => {
    const redis = await connect()
    await redis.run((client) => client.flushDb())
    const store = createReadyStore(redis, 'signpost:limit:test:')
    await store.increment('192.0.2.77')
    const [name = '', ...others] = await redis.run((client) => client.keys('*'))
    expect(others).toEqual([])
    expect(name).toMatch(/^signpost:limit:test:[\w-]{43}$/)
    expect(await redis.run((client) => client.pTTL(name))).toBeGreaterThan(50_000)
  })

  it('takes back a count, and forgets an address', async () => {
    const prefix = newPrefix()
    const [first, second] = [createReadyStore(await connect(), prefix), createReadyStore(await connect(), prefix)]
    for (const store of [first, second, first]) await store.increment('192.0.2.1')
    await second.decrement('192.0.2.1')
    expect(await first.increment('192.0.2.1')).toMatchObject({ totalHits: 3 })
    await second.resetKey('192.0.2.1')
    expect(await first.increment('192.0.2.1')).toMatchObject({ totalHits: 1 })
  })

  it('counts in memory while Redis is frozen, late by a tenth of a second at most, and together again when it thaws', async () => {
    const prefix = newPrefix()
    const [here, there] = [await connect(), await connect()]
    const [first, second] = [createReplica(here, prefix), createReplica(there, prefix)]
    expect([(await first()).left, (await second()).left]).toEqual(['2', '1'])
    server().freeze()
    const frozen = []
    for (let i = 0; i < 4; i++) frozen.push(await first())
    expect(frozen.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(frozen[0]?.ms).toBeGreaterThan(90)
    expect(Math.max(...frozen.map(({ ms }) => ms))).toBeLessThan(250)
    expect(frozen.filter(({ ms }) => ms > 90)).toHaveLength(1)
    server().thaw()
    await until(() => here.run((client) => client.ping()).then(Boolean, () => false))
    await until(() => there.run((client) => client.ping()).then(Boolean, () => false))
    const statuses = []
    for (const ask of [second, first, second]) statuses.push((await ask()).status)
    expect(statuses[2]).toBe(429)
  })

  it('counts together again after Redis was killed and started anew', async () => {
    const prefix = newPrefix()
    const [here, there] = [await connect(), await connect()]
    const [first, second] = [createReplica(here, prefix), createReplica(there, prefix)]
    await first()
    await server().kill()
    expect((await first()).status).toBe(200)
    await server().start()
    await until(() => !here.isAway() && !there.isAway())
    const statuses = []
    for (const ask of [first, second, first, second]) statuses.push((await ask()).status)
    expect(statuses).toEqual([200, 200, 200, 429])
  })

  it('counts together with a Redis that was away at the start', async () => {
    const prefix = newPrefix()
    await server().kill()
    const redis = [connectRedis(server().url), connectRedis(server().url)] as const
    const [first, second] = [createReplica(redis[0], prefix), createReplica(redis[1], prefix)]
    expect((await first()).left).toBe('2')
    await server().start()
    await until(() => redis.every((one) => !one.isAway()))
    const statuses = []
    for (const ask of [first, second, first, second]) statuses.push((await ask()).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    for (const one of redis) await one.close()
  })
})
