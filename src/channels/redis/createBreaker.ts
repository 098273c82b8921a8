export interface Breaker {
  /** Whether to ask now. While open: once in each pause, to see whether an answer comes. */
  readonly mayAsk: () => boolean
  readonly isOpen: () => boolean
  readonly failed: (error: unknown) => void
  readonly answered: () => void
}

/** What is told when it opens and when it closes, once each. */
export interface BreakerNews {
  readonly opened: (error: unknown) => void
  readonly closed: () => void
}

/**
 * After a failure nobody asks for a pause, then one may try: a peer that is silent costs one caller the deadline, not everyone,
 * and what waits for it cannot pile up.
 * @param now milliseconds of a clock that never goes back
 */
export function createBreaker(pauseMs: number, news: BreakerNews, now: () => number = () => performance.now()): Breaker {
  let askAgainAt: number | undefined
  const pause = (): void => {
    askAgainAt = now() + pauseMs
  }
  return {
    isOpen: () => askAgainAt !== undefined,
    mayAsk: () => {
      if (askAgainAt === undefined) return true
      if (now() < askAgainAt) return false
      pause()
      return true
    },
    failed: (error) => {
      const wasOpen = askAgainAt !== undefined
      pause()
      if (!wasOpen) news.opened(error)
    },
    answered: () => {
      if (askAgainAt === undefined) return
      askAgainAt = undefined
      news.closed()
    }
  }
}
