import { compilePatterns, findPatterns, hidePatterns } from '../language/patterns.js'
import type { Cause } from './Verdict.js'

/** The patterns of one danger. */
export interface RulePatterns {
  readonly phrases: readonly string[]
  readonly nearMisses: readonly string[]
}

type RuleCause = Extract<Cause, { by: 'rule' }>

/**
 * Makes the deterministic half of triage. All phrases are looked up together; the near misses of a danger hide their own words
 * only where one of its phrases was found.
 */
export function createRules(
  dangers: Readonly<Record<string, RulePatterns>>,
  lists: Readonly<Record<string, readonly string[]>>
): (words: readonly string[]) => RuleCause[] {
  const owners = new Map<string, string[]>()
  for (const [id, { phrases }] of Object.entries(dangers))
    for (const phrase of phrases) owners.set(phrase, [...(owners.get(phrase) ?? []), id])
  const all = compilePatterns([...owners.keys()], lists)
  const each = new Map(
    Object.entries(dangers).map(([id, rule]) => [
      id,
      { phrases: compilePatterns(rule.phrases, lists), nearMisses: compilePatterns(rule.nearMisses, lists) }
    ])
  )
  return (words) => {
    const hit = new Set(findPatterns(all, words).flatMap(({ pattern }) => owners.get(pattern) ?? []))
    return [...hit].flatMap((danger) => {
      const rule = each.get(danger)
      if (rule === undefined) return []
      const left = findPatterns(rule.phrases, hidePatterns(rule.nearMisses, words))
      return left.map(({ pattern, words: found }): RuleCause => ({ by: 'rule', danger, pattern, words: found }))
    })
  }
}
