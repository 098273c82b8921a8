import { Agent } from 'node:http'
import type { Case } from './Case.js'
import { send } from './send.js'

/** Takes so many turns, some at once, with one utterance after another from that one on. */
export type TakeTurns = (one: Case, count: number, from: number) => Promise<void>

const atOnce = 8

/**
 * Weighs the answers of each way at the first case that is no baseline, so that baselines can answer with as many bytes.
 * @throws Error when an answer is anything but 200
 */
export async function createTakeTurns(cases: readonly Case[], utterances: readonly string[]): Promise<TakeTurns> {
  let sent = 0
  const weights = new Map<string, number[]>()
  for (const one of cases.filter(({ baseline, way }) => !baseline && way.headers['accept-encoding'] === undefined)) {
    if (weights.has(one.way.path)) continue
    const bytes: number[] = []
    for (const words of utterances) bytes.push(await send(one, words, sent++, 0))
    weights.set(one.way.path, bytes)
  }
  return async (one, count, from) => {
    // A server ends connections that were not used for five seconds, so each time they are made anew.
    const agent = new Agent({ keepAlive: true })
    let taken = 0
    const work = async (): Promise<void> => {
      while (taken < count) {
        const index = (from + taken++) % utterances.length
        await send(one, utterances[index] ?? '', sent++, weights.get(one.way.path)?.[index] ?? 0, agent)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    agent.destroy()
  }
}
