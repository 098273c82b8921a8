import { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { pino, type Logger } from 'pino'
import { connectRedis, type Redis } from '../../../src/channels/redis/connectRedis.js'
import { RedisAway } from '../../../src/channels/redis/RedisAway.js'
import { WrongSetting } from '../../../src/channels/WrongSetting.js'
import { besideRedis } from './besideRedis.js'
import { freePort } from './freePort.js'
import { timed } from './timed.js'
import { until } from './until.js'

const ping = (redis: Redis) => timed(() => redis.run((client) => client.ping()))

/** A logger, and what it wrote. */
function listen(): { logger: Logger; lines: () => Record<string, unknown>[] } {
  const written: string[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      written.push(chunk.toString())
      done()
    }
  })
  const logger = pino({ base: null, timestamp: false }, stream)
  return { logger, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

/** Keeps this process busy, so that it cannot read an answer. */
function beBusy(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

describe('connectRedis', () => {
  it.each(['', 'redis', 'redis://', 'http://:secret@host', 'redis://:secret@host:port', 'redis://:secret@host/x', 'redis://:secret%@host'])(
    'refuses "%s" as an address, names REDIS_URL and never prints what was there',
    (url) => {
      const connect = () => connectRedis(url)
      expect(connect).toThrow(WrongSetting)
      expect(connect).toThrow(/^REDIS_URL is not/)
      expect(connect).not.toThrow(/secret/)
    }
  )

  it('starts while Redis is away, and says so at once to whoever asks', async () => {
    const { logger, lines } = listen()
    const redis = connectRedis(`redis://127.0.0.1:${String(await freePort())}`, { logger })
    await until(() => lines().length > 0)
    const { outcome, ms } = await ping(redis)
    expect(outcome).toBe('RedisAway')
    expect(ms).toBeLessThan(50)
    expect(redis.isAway()).toBe(true)
    await redis.close()
    expect(lines()).toEqual([{ level: 40, redis: 'away', error: 'ECONNREFUSED' }])
  })
})

besideRedis('a connection to Redis', ({ server, connect }) => {
  it('gives the answer of Redis', async () => {
    const redis = await connect()
    await expect(redis.run((client) => client.ping())).resolves.toBe('PONG')
  })

  it('is away when Redis refuses, and tells nothing of what was asked', async () => {
    const { logger, lines } = listen()
    const redis = await connect({ logger })
    const refused: unknown = await redis.run((client) => client.sendCommand(['NOSUCH', 'canary'])).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RedisAway)
    expect(JSON.stringify([refused, lines(), String(refused)])).not.toContain('canary')
    expect(lines()).toEqual([{ level: 40, redis: 'away', error: 'ERR' }])
  })

  it('asks a frozen Redis once a second, for a tenth of a second, and is back when it thaws', async () => {
    const { logger, lines } = listen()
    const redis = await connect({ logger })
    server().freeze()
    const first = await ping(redis)
    expect(first.outcome).toBe('RedisAway')
    expect(first.ms).toBeGreaterThan(90)
    expect(first.ms).toBeLessThan(200)
    const began = performance.now()
    const asked: { outcome: string; ms: number }[] = []
    while (performance.now() - began < 3000) {
      asked.push(await ping(redis))
      await wait(10)
    }
    expect(new Set(asked.map(({ outcome }) => outcome))).toEqual(new Set(['RedisAway']))
    expect(asked.filter(({ ms }) => ms > 50).length).toBeLessThanOrEqual(3)
    expect(asked.length).toBeGreaterThan(100)
    server().thaw()
    await until(async () => (await ping(redis)).outcome === 'done')
    expect(lines()).toEqual([
      { level: 40, redis: 'away', error: 'TimeoutError' },
      { level: 30, redis: 'back' }
    ])
  })

  it('lets one try for all while a frozen Redis may be back', async () => {
    const redis = await connect()
    server().freeze()
    await ping(redis)
    await wait(1050)
    const all = await Promise.all(Array.from({ length: 50 }, () => ping(redis)))
    expect(all.filter(({ ms }) => ms > 50).length).toBeLessThanOrEqual(1)
  })

  it('notices a peer that is silent while nobody asks, and nobody waits for it', async () => {
    const redis = await connect()
    server().freeze()
    expect(await until(() => redis.isAway())).toBeLessThan(2500)
    const { outcome, ms } = await ping(redis)
    expect(outcome).toBe('RedisAway')
    expect(ms).toBeLessThan(50)
    server().thaw()
    expect(await until(() => !redis.isAway())).toBeLessThan(4000)
  })

  it('notices a peer that is silent while people ask all the time', async () => {
    const redis = await connect()
    server().freeze()
    const waits: number[] = []
    const began = performance.now()
    while (performance.now() - began < 5000) {
      waits.push((await ping(redis)).ms)
      await wait(20)
    }
    // Then the silent connection is closed, and without one nobody waits.
    expect(waits.filter((ms) => ms > 50).length).toBeLessThanOrEqual(2)
    expect(waits.length).toBeGreaterThan(100)
  })

  it('comes back by itself to a Redis that was killed and started again', async () => {
    const { logger, lines } = listen()
    const redis = await connect({ logger })
    await server().kill()
    const { outcome, ms } = await ping(redis)
    expect(outcome).toBe('RedisAway')
    expect(ms).toBeLessThan(200)
    await wait(500)
    await server().start()
    expect(await until(async () => (await ping(redis)).outcome === 'done')).toBeLessThan(3000)
    expect(lines().map((line) => line['redis'])).toEqual(['away', 'back'])
  })

  it('does not take its own load for an absent Redis', async () => {
    const redis = await connect()
    const asked = ping(redis)
    beBusy(150)
    expect((await asked).outcome).toBe('done')
  })

  it('is there after a start that keeps this process busy for seconds', async () => {
    const { logger, lines } = listen()
    const redis = connectRedis(server().url, { logger })
    beBusy(2500)
    await until(() => !redis.isAway())
    await redis.close()
    expect(lines()).toEqual([])
  })

  it('may be closed at once', async () => {
    const { logger, lines } = listen()
    const redis = connectRedis(server().url, { logger })
    await redis.close()
    await wait(50)
    expect(redis.isAway()).toBe(true)
    expect(lines()).toEqual([])
  })

  it('closes within the deadline even when Redis is frozen', async () => {
    const redis = await connect()
    server().freeze()
    const { ms } = await timed(() => redis.close())
    expect(ms).toBeLessThan(200)
    expect((await ping(redis)).outcome).toBe('RedisAway')
  })
})
