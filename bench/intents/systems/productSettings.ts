import type { FeatureSettings } from '../../../src/language/features.js'
import type { SvmSettings } from '../../../src/language/trainSvm.js'

/** The product's own settings for asks, topics and audiences. Taken by value from src/curation/trainModels.ts, which does not export them. */
export const intentFeatures: FeatureSettings = { words: 2, characters: [2, 4], bits: 16 }
export const svm: SvmSettings = { costs: [1, 1], epochs: 10 }

/** As there, too: every word of two letters or more that stands in at least two training lines, the commonest first. */
export function vocabularyOf(documents: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([word, count]) => count >= 2 && word.length >= 2)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word)
}
