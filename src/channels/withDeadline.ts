/** In how many parts a deadline is waited. */
const slices = 5

/**
 * The outcome of the work, or a TimeoutError after so many milliseconds. What comes later is ignored, not cancelled.
 *
 * The time is waited in slices: when this process itself was too busy to read the answer, a slice ends late and the next ones
 * leave time to read it, so that our own load is not taken for somebody's silence.
 */
export async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    const wait = (left: number): void => {
      if (left === 0) reject(new DOMException('no answer in time', 'TimeoutError'))
      else
        timer = setTimeout(() => {
          wait(left - 1)
        }, deadlineMs / slices)
    }
    wait(slices)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}
