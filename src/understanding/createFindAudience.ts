import type { AudienceIntent } from '../knowledge/records/intents.js'
import { audience, type Audience } from '../knowledge/records/audience.js'
import { createFinder } from '../language/createFinder.js'
import { compilePatterns, hidePatterns } from '../language/patterns.js'
import type { Share } from './Reading.js'

export type AudienceRule = Pick<AudienceIntent, 'phrases' | 'nearMisses'>
export type FindAudience = (words: readonly string[], shares: readonly Share[]) => Audience | undefined

/** Makes the recogniser of who speaks: patterns first, then the statistical share when it is large enough and no near miss speaks against it. */
export function createFindAudience(
  rules: Readonly<Record<string, AudienceRule>>,
  lists: Readonly<Record<string, readonly string[]>>,
  leastShare: number
): FindAudience {
  const find = createFinder(rules, lists)
  const nearMisses = new Map(Object.entries(rules).map(([id, rule]) => [id, compilePatterns(rule.nearMisses, lists)]))
  return (words, shares) => {
    const [ruled] = find(words)
    if (ruled !== undefined) return audience.parse(ruled.id)
    const [best] = shares
    if (best === undefined || best.id === 'public' || best.share < leastShare) return undefined
    const missed = nearMisses.get(best.id)
    const denied = missed !== undefined && hidePatterns(missed, words) !== words
    return denied ? undefined : audience.parse(best.id)
  }
}
