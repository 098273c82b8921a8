import { until } from '../channels/redis/until.js'
import { besideReplicas, sdks } from './besideReplicas.js'
import { isRemembered } from './isRemembered.js'
import { keepSecrets } from './keepSecrets.js'
import { helps, type Outcome } from './Outcome.js'
import type { Server } from './startServer.js'
import { botTurn, newCaller, newConversation, restTurn, utterance } from './turns.js'

const perMinute = 10

/** Turns of one address, by REST and by bot, at these servers in turn. */
async function takeTurns(
  count: number,
  caller: ReturnType<typeof newCaller>,
  ...servers: readonly [Server, ...Server[]]
): Promise<Outcome[]> {
  const outcomes = []
  for (let index = 0; index < count; index++) {
    const server = servers[index % servers.length] ?? servers[0]
    const turn =
      index % 3 === 0 ? restTurn(server, utterance(index), {}, caller) : botTurn(server, newConversation(), utterance(index), caller)
    outcomes.push(await turn)
  }
  return outcomes
}

function expectLimited(outcomes: readonly Outcome[]): void {
  const expected = outcomes.map((_, index) => (index < perMinute ? 200 : 429))
  expect(outcomes.map(({ status }) => status)).toEqual(expected)
  expect(outcomes.filter((outcome) => !helps(outcome))).toEqual([])
}

describe.each(sdks)('on %s', (sdk) => {
  const env = { SIGNPOST_BOT_SDK: sdk, SIGNPOST_TRUST_PROXY: '1', SIGNPOST_TURNS_PER_MINUTE: String(perMinute) }
  besideReplicas('two replicas whose Redis is away at the start', { env, redisAtStart: false }, (replicas) => {
    const { redis, a, b } = replicas

    it('answer, and count the turns of an address each by itself', async () => {
      const caller = newCaller()
      for (const server of [a(), b()]) expectLimited(await takeTurns(perMinute + 2, caller, server))
    })

    it('remember and count together by themselves as soon as there is a Redis', async () => {
      expect(await isRemembered(a(), b())).toBe(false)
      await redis().start()
      await until(() => isRemembered(a(), b()))
      const caller = newCaller()
      expectLimited(await takeTurns(perMinute + 4, caller, a(), b()))
      expect((await restTurn(b(), utterance(0), {}, newCaller())).status).toBe(200)
    })

    keepSecrets(replicas)

    it('count each by itself when Redis is gone', async () => {
      await redis().kill()
      const caller = newCaller()
      for (const server of [a(), b()]) expectLimited(await takeTurns(perMinute + 2, caller, server))
    })
  })
})
