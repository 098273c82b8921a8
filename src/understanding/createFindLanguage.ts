import type { LanguageIntent } from '../knowledge/records/language.js'
import { compilePatterns, tells } from '../language/patterns.js'
import type { Normalise } from '../language/normalise.js'

/** Another language than English, and whether a core danger was told in it. */
export interface FoundLanguage {
  readonly id: string
  readonly danger: boolean
}

export type FindLanguage = (utterance: string, words: readonly string[]) => FoundLanguage | undefined

/**
 * Makes the recogniser of other languages: by script, and by the share of words that are common in a language and are no English words.
 * A danger pattern shows the language by itself.
 */
export function createFindLanguage(languages: Readonly<Record<string, LanguageIntent>>, normalise: Normalise): FindLanguage {
  const known = Object.entries(languages).map(([id, language]) => ({
    id,
    words: new Set(language.words.map((word) => normalise(word).join(' '))),
    script: language.script === undefined ? undefined : new RegExp(`\\p{Script=${language.script}}`, 'gu'),
    unspaced: language.unspaced,
    phrases: language.unspaced ? language.dangers : [],
    hidden: language.unspaced ? language.nearMisses : [],
    dangers: compilePatterns(language.unspaced ? [] : language.dangers, {}),
    nearMisses: compilePatterns(language.unspaced ? [] : language.nearMisses, {})
  }))
  return (utterance, words) => {
    const scored = known
      .map((language) => {
        const danger = language.unspaced
          ? tellsDanger(language.phrases, language.hidden, utterance)
          : tells(language.dangers, language.nearMisses, words)
        const script = language.script === undefined ? 0 : (utterance.match(language.script)?.length ?? 0)
        const common = words.filter((word) => language.words.has(word)).length
        return {
          id: language.id,
          danger,
          weight:
            (danger ? 2 : 0) + (script >= 2 ? 2 : 0) + (common >= 2 || (common === 1 && words.length <= 2) ? common / words.length : 0)
        }
      })
      .sort((a, b) => b.weight - a.weight)
    const [best] = scored
    return best !== undefined && best.weight >= 0.25 ? { id: best.id, danger: best.danger } : undefined
  }
}

/** For a language without spaces: phrases are looked for anywhere, once the near misses are hidden. */
function tellsDanger(phrases: readonly string[], hidden: readonly string[], utterance: string): boolean {
  const shown = hidden.reduce((text, miss) => text.replaceAll(miss, '\u25a1'), utterance.normalize('NFKC').replace(/\s/gu, ''))
  return phrases.some((phrase) => shown.includes(phrase))
}
