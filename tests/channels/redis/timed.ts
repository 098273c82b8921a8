/** What became of the work ("done", or the name of the error), and after how many milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<{ outcome: string; ms: number }> {
  const began = performance.now()
  const outcome = await work().then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.name : 'unknown')
  )
  return { outcome, ms: performance.now() - began }
}
