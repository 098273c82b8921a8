/**
 * The outcome of the work, or a TimeoutError after so many milliseconds. What comes later is ignored, not cancelled.
 *
 * The time is waited in two halves: when this process itself was too busy to read the answer, the first half ends late and
 * the second leaves time to read it, so that our own load is not taken for somebody's silence.
 */
export async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    const end = (): void => {
      reject(new DOMException('no answer in time', 'TimeoutError'))
    }
    timer = setTimeout(() => {
      timer = setTimeout(end, deadlineMs / 2)
    }, deadlineMs / 2)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}
