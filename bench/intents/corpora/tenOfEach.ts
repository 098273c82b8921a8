import type { Example } from '../IntentSystem.js'
import { shuffle } from '../shuffle.js'

const seed = 10

/** Ten training lines of each label, drawn by a fixed seed. */
export function tenOfEach(examples: readonly Example[]): Example[] {
  const taken = new Map<string, number>()
  return shuffle(examples, seed).filter(({ label }) => {
    const count = (taken.get(label) ?? 0) + 1
    taken.set(label, count)
    return count <= 10
  })
}
