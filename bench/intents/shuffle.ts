import { random } from '../../src/language/random.js'

/** A copy in an order that depends only on the seed (Fisher and Yates). */
export function shuffle<T>(all: readonly T[], seed: number): T[] {
  const next = random(seed)
  const copy = [...all]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    const [a, b] = [copy[at] as T, copy[other] as T]
    copy[at] = b
    copy[other] = a
  }
  return copy
}
