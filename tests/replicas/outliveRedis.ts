import { setTimeout as wait } from 'node:timers/promises'
import { until } from '../channels/redis/until.js'
import type { Replicas } from './besideReplicas.js'
import { isRemembered } from './isRemembered.js'
import { startLoad } from './load.js'
import type { Outcome } from './Outcome.js'
import type { Server } from './startServer.js'
import { told } from './told.js'
import { botTurn, newConversation, utterance, utterances } from './turns.js'

// The deadline of Redis is a tenth of a second; the rest is for a machine that has other work to do.
const latestMs = 1_500

/** That turns are answered in full and in time whatever becomes of the Redis, without memory at worst. */
export function outliveRedis(replicas: Replicas): void {
  const { redis, a, b } = replicas

  it('answer every turn in full and in time while Redis is frozen, and remember again when it thaws', async () => {
    await loadWhile(replicas, async () => {
      redis().freeze()
      await wait(2_500)
      expect(await isRemembered(a(), b())).toBe(false)
      redis().thaw()
    })
    await until(() => isRemembered(a(), b()))
  })

  it('answer every turn in full and in time while Redis is killed and started anew, and remember again', async () => {
    await loadWhile(replicas, async () => {
      await redis().kill()
      await wait(1_000)
      expect(await isRemembered(a(), b())).toBe(false)
      await redis().start()
    })
    await until(() => isRemembered(b(), a()))
  })
}

/** Takes turns of ever new conversations over both, so that no answer depends on memory, while this happens. */
async function loadWhile({ a, b }: Replicas, happens: () => Promise<unknown>): Promise<void> {
  const before = await fullTexts(b())
  const load = startLoad((index) => botTurn(index % 2 === 0 ? a() : b(), newConversation(), utterance(index)), { workers: 8, pauseMs: 50 })
  await wait(300)
  await happens()
  await wait(300)
  const outcomes = await load.end()
  // The hour may have struck meanwhile, and somebody have closed.
  expectAll(outcomes, [...before, ...(await fullTexts(b()))])
}

function expectAll(outcomes: readonly Outcome[], full: readonly string[]): void {
  expect(outcomes.length).toBeGreaterThan(100)
  expect(outcomes.filter(({ status, text }) => status !== 200 || !full.includes(text))).toEqual([])
  expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(latestMs)
}

const fullTexts = (server: Server): Promise<string[]> => Promise.all(utterances.map((words) => told(server, words)))
