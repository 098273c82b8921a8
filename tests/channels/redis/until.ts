import { setTimeout as wait } from 'node:timers/promises'

/** Waits until it is so. @returns after how many milliseconds; throws after ten seconds */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > 10_000) throw new Error('It did not become so in ten seconds.')
    await wait(10)
  }
  return performance.now() - began
}
