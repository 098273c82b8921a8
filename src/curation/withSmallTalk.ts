import { random } from '../language/random.js'
import type { DangerExample } from './examples.js'

/** Share of the examples that are also shown with small talk around them, and how much of it there is at most. */
const [share, most] = [0.3, 3]

/**
 * The examples, and copies of some with small talk before and after them, so that triage learns to read past it. Seeded: the same
 * examples give the same copies.
 */
export function withSmallTalk(examples: readonly DangerExample[]): DangerExample[] {
  const talk = examples.filter((e) => e.smallTalk).map((e) => e.words)
  const next = random(1999)
  const pick = (): readonly string[] => talk[Math.floor(next() * talk.length)] ?? []
  const around = (words: readonly string[]): readonly string[] => {
    const count = 1 + Math.floor(next() * most)
    return Array.from({ length: count }, pick).reduce((said, small) => (next() < 0.5 ? [...small, ...said] : [...said, ...small]), words)
  }
  return talk.length === 0
    ? [...examples]
    : [...examples, ...examples.filter(() => next() < share).map((e) => ({ ...e, words: around(e.words) }))]
}
