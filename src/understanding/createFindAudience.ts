import type { AudienceIntent } from '../knowledge/records/intents.js'
import { audience, type Audience } from '../knowledge/records/audience.js'
import { compilePatterns, hidePatterns, tells } from '../language/patterns.js'
import type { Share } from './Reading.js'

export type AudienceRule = Pick<AudienceIntent, 'phrases' | 'nearMisses'>
export type FindAudience = (words: readonly string[], shares: readonly Share[]) => Audience | undefined

/** Makes the recogniser of who speaks: patterns first, then the statistical share when it is large enough and no near miss speaks against it. */
export function createFindAudience(
  rules: Readonly<Record<string, AudienceRule>>,
  lists: Readonly<Record<string, readonly string[]>>,
  leastShare: number
): FindAudience {
  const compiled = Object.entries(rules).map(([id, rule]) => ({
    id: audience.parse(id),
    phrases: compilePatterns(rule.phrases, lists),
    nearMisses: compilePatterns(rule.nearMisses, lists)
  }))
  return (words, shares) => {
    const ruled = compiled.find(({ phrases, nearMisses }) => tells(phrases, nearMisses, words))
    if (ruled !== undefined) return ruled.id
    const [best] = shares
    if (best === undefined || best.id === 'public' || best.share < leastShare) return undefined
    const rule = compiled.find(({ id }) => id === best.id)
    const denied = rule !== undefined && hidePatterns(rule.nearMisses, words) !== words
    return denied ? undefined : audience.parse(best.id)
  }
}
