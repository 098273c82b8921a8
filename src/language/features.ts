/** Which n-grams a message is turned into. */
export interface FeatureSettings {
  /** Longest run of words. */
  readonly words: number
  /** Shortest and longest run of characters, over the words joined by single spaces. */
  readonly characters: readonly [number, number]
  /** log2 of the number of buckets that n-grams are hashed into. */
  readonly bits: number
}

/** Hashed n-grams of a message: bucket -> how often. */
export type Counts = Map<number, number>

/** Counts hashed word and character n-grams. Hashing is FNV-1a, 32 bits, folded to `bits`. */
export function countFeatures(words: readonly string[], settings: FeatureSettings): Counts {
  const counts: Counts = new Map()
  const mask = (1 << settings.bits) - 1
  addWordGrams(words, settings.words, mask, counts)
  addCharacterGrams(` ${words.join(' ')} `, settings.characters, mask, counts)
  return counts
}

function addWordGrams(words: readonly string[], longest: number, mask: number, counts: Counts): void {
  for (let start = 0; start < words.length; start++) {
    let hash = 0x811c9dc5
    for (let n = 0; n < longest && start + n < words.length; n++) {
      const w = words[start + n] ?? ''
      for (let i = 0; i < w.length; i++) hash = Math.imul(hash ^ w.charCodeAt(i), 0x01000193)
      hash = Math.imul(hash ^ 0x1f, 0x01000193)
      add(counts, fold(hash ^ 0x5bd1e995, mask))
    }
  }
}

function addCharacterGrams(text: string, [shortest, longest]: readonly [number, number], mask: number, counts: Counts): void {
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5
    for (let n = 0; n < longest && start + n < text.length; n++) {
      hash = Math.imul(hash ^ text.charCodeAt(start + n), 0x01000193)
      if (n + 1 >= shortest) add(counts, fold(hash, mask))
    }
  }
}

function fold(hash: number, mask: number): number {
  return ((hash >>> 17) ^ hash) & mask
}

function add(counts: Counts, bucket: number): void {
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
}
