import { setTimeout as wait } from 'node:timers/promises'
import type { Outcome } from './Outcome.js'

export interface Load {
  /** Sends no more; gives what became of everything that was sent. */
  readonly end: () => Promise<readonly Outcome[]>
}

export interface LoadSettings {
  readonly workers: number
  /** Of each worker, between an answer and the next turn. */
  readonly pauseMs: number
  /** Of each worker: no more turns than this. */
  readonly most?: number
}

/** People who take turns one after another until the end is called, each for himself. */
export function startLoad(turn: (index: number) => Promise<Outcome>, { workers, pauseMs, most = 1_000 }: LoadSettings): Load {
  const outcomes: Outcome[] = []
  let over = false
  let sent = 0
  const work = async (): Promise<void> => {
    for (let own = 0; own < most && !over; own++) {
      outcomes.push(await turn(sent++))
      await wait(pauseMs)
    }
  }
  const working = Promise.all(Array.from({ length: workers }, work))
  return {
    end: async () => {
      over = true
      await working
      return outcomes
    }
  }
}
