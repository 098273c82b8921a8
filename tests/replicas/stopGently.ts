import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Replicas } from './besideReplicas.js'
import { startLoad } from './load.js'
import { helps, type Outcome } from './Outcome.js'
import { botTurn, newConversation, utterance } from './turns.js'

/** That nobody's connection is cut by the one that stops: they get their reply, or help and the advice to come back. */
export function stopGently({ a, b }: Replicas): void {
  it.each([
    ['kept open', true],
    ['made anew', false]
  ])('answer every turn while one stops, over connections %s', async (_, keepAlive) => {
    const [stopped, left] = [a(), b()]
    const agent = new Agent({ keepAlive })
    const refusals: Outcome[] = []
    // As what balances the load would: who is told that one stops asks the other from then on.
    const turn = async (index: number): Promise<Outcome> => {
      const server = refusals.length === 0 ? stopped : left
      const outcome = await botTurn(server, newConversation(), utterance(index), { agent })
      if (outcome.status === 503) refusals.push(outcome)
      return outcome
    }
    const load = startLoad(turn, { workers: 8, pauseMs: 0 })
    await wait(500)
    stopped.signal('SIGTERM')
    expect(await stopped.gone).toBe(0)
    const outcomes = await load.end()
    agent.destroy()
    expect(refusals.length).toBeGreaterThan(0)
    expect(outcomes.filter((outcome) => ![200, 503].includes(outcome.status) || !helps(outcome))).toEqual([])
  })
}
