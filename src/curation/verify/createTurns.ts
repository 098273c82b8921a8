import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'

/** Lets requests wait for their turn. */
export interface Turns {
  readonly take: <T>(host: string, request: () => Promise<T>) => Promise<T>
  /** A host asks for a longer pause, in milliseconds; a shorter one changes nothing. */
  readonly slowDown: (host: string, pause: number) => void
}

/** A host that asks for more than this, in milliseconds, gets this: a keeper waits for the report. */
const longestPause = 30_000

/**
 * One request at a time to each host, with a pause of `pause` milliseconds between the end of one and the start of the next, and requests
 * to at most `hostsAtOnce` hosts at the same time.
 */
export function createTurns(pause: number, hostsAtOnce: number): Turns {
  const together = new PQueue({ concurrency: hostsAtOnce })
  const hosts = new Map<string, { queue: PQueue; pause: number; rested: Promise<unknown> }>()
  const hostOf = (name: string) => {
    const host = hosts.get(name) ?? { queue: new PQueue({ concurrency: 1 }), pause, rested: Promise.resolve() }
    hosts.set(name, host)
    return host
  }
  return {
    take: (name, request) => {
      const host = hostOf(name)
      return host.queue.add(async () => {
        await host.rested
        return together.add(request).finally(() => {
          host.rested = sleep(host.pause)
        })
      })
    },
    slowDown: (name, wanted) => {
      hostOf(name).pause = Math.min(longestPause, Math.max(pause, wanted))
    }
  }
}
