import { eld } from 'eld/extrasmall'
import type { LanguageIntent } from '../knowledge/records/language.js'
import { createFinder } from '../language/createFinder.js'
import type { Normalise } from '../language/normalise.js'

/** Another language than English, and whether a core danger was told in it. */
export interface FoundLanguage {
  readonly id: string
  readonly danger: boolean
}

export type FindLanguage = (utterance: string, words: readonly string[]) => FoundLanguage | undefined

/** The id of a language that is not among ours. */
const another = 'other'

/** What the library's verdict must show before it is believed: people write English that looks like other languages. */
const believed = { words: 4, score: 0.7, beforeEnglish: 0.2 }

/** From this share of a language's common words its words alone show it. */
const leastCommon = 0.25

/**
 * Makes the recogniser of other languages. The core dangers of our languages come first; then their common words that are no English
 * words; then the library `eld`, which knows 60 languages by their letters; then the script. A language that is not ours is "other".
 */
export function createFindLanguage(languages: Readonly<Record<string, LanguageIntent>>, normalise: Normalise): FindLanguage {
  const known = Object.entries(languages).map(([id, language]) => ({
    id,
    words: new Set(language.words.map((word) => normalise(word).join(' '))),
    script: language.script === undefined ? undefined : new RegExp(`\\p{Script=${language.script}}`, 'gu'),
    unspaced: language.unspaced,
    phrases: language.unspaced ? language.dangers : [],
    hidden: language.unspaced ? language.nearMisses : []
  }))
  const spaced = Object.entries(languages).filter(([, { unspaced }]) => !unspaced)
  const findDangers = createFinder(
    Object.fromEntries(spaced.map(([id, { dangers, nearMisses }]) => [id, { phrases: dangers, nearMisses }])),
    {}
  )
  type Known = (typeof known)[number]
  const inScript = ({ script }: Known, utterance: string): number => (script === undefined ? 0 : (utterance.match(script)?.length ?? 0))
  return (utterance, words) => {
    const scored = known
      .map((language) => ({ language, common: commonShare(language.words, words), script: inScript(language, utterance) >= 2 ? 1 : 0 }))
      .sort((a, b) => b.common + b.script - a.common - a.script)
    const dangers = new Set(findDangers(words).map(({ id }) => id))
    const told = scored.find(({ language }) => dangers.has(language.id) || tellsDanger(language.phrases, language.hidden, utterance))
    if (told !== undefined) return { id: told.language.id, danger: true }
    const [best] = scored
    if (best !== undefined && best.common >= leastCommon) return { id: best.language.id, danger: false }
    const guessed = guess(utterance, words)
    const id = guessed === undefined ? (best?.script === 1 ? best.language.id : undefined) : guessed in languages ? guessed : another
    return id === undefined ? undefined : { id, danger: false }
  }
}

function commonShare(common: ReadonlySet<string>, words: readonly string[]): number {
  const met = words.filter((word) => common.has(word)).length
  return met >= 2 || (met === 1 && words.length <= 2) ? met / words.length : 0
}

/** The library's verdict (ISO 639-1), where it is sure of another language than English. */
function guess(utterance: string, words: readonly string[]): string | undefined {
  const guessed = eld.detect(utterance)
  const scores = guessed.getScores()
  const [score, english] = [scores[guessed.language] ?? 0, scores['en'] ?? 0]
  const spaced = /\p{Script=Latin}/u.test(utterance)
  const sure = guessed.isReliable() && score >= believed.score && score - english >= believed.beforeEnglish
  return guessed.language !== 'en' && sure && (words.length >= believed.words || !spaced) ? guessed.language : undefined
}

/** For a language without spaces: phrases are looked for anywhere, once the near misses are hidden. */
function tellsDanger(phrases: readonly string[], hidden: readonly string[], utterance: string): boolean {
  if (phrases.length === 0) return false
  const shown = hidden.reduce((text, miss) => text.replaceAll(miss, '\u25a1'), utterance.normalize('NFKC').replace(/\s/gu, ''))
  return phrases.some((phrase) => shown.includes(phrase))
}
