import { createFinder, type Patterned } from '../language/createFinder.js'
import type { Cause } from './Verdict.js'

type RuleCause = Extract<Cause, { by: 'rule' }>

/** Makes the deterministic half of triage: the patterns of the dangers that are told outside the words of their near misses. */
export function createRules(
  dangers: Readonly<Record<string, Patterned>>,
  lists: Readonly<Record<string, readonly string[]>>
): (words: readonly string[]) => RuleCause[] {
  const find = createFinder(dangers, lists)
  return (words) => find(words).map(({ id, pattern, words: found }) => ({ by: 'rule', danger: id, pattern, words: found }))
}
