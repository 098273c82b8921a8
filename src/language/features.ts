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

/** Room to count in, kept so that a message need not make its own. Empty between messages. */
export interface Tally {
  /** How often, by bucket. */
  readonly counts: Uint16Array
  /** The buckets that were met, in the order of meeting. */
  met: Int32Array
  size: number
}

/** Counts hashed word and character n-grams. Hashing is FNV-1a, 32 bits, folded to `bits`. */
export function countFeatures(words: readonly string[], settings: FeatureSettings): Counts {
  const counts: Counts = new Map()
  withTally(words, settings, (bucket, count) => counts.set(bucket, count))
  return counts
}

const tallies = new Map<number, Tally>()

/** Calls `use` for each n-gram's bucket with its count, then forgets them. */
export function withTally(
  words: readonly string[],
  { words: longest, characters, bits }: FeatureSettings,
  use: (bucket: number, count: number) => void
): void {
  const tally = tallies.get(bits) ?? { counts: new Uint16Array(1 << bits), met: new Int32Array(1024), size: 0 }
  tallies.set(bits, tally)
  addWordGrams(words, longest, tally)
  addCharacterGrams(` ${words.join(' ')} `, characters, tally)
  const { counts, met, size } = tally
  tally.size = 0
  for (let i = 0; i < size; i++) {
    const bucket = met[i]!
    const count = counts[bucket]!
    counts[bucket] = 0
    use(bucket, count)
  }
}

function addWordGrams(words: readonly string[], longest: number, tally: Tally): void {
  for (let start = 0; start < words.length; start++) {
    let hash = 0x811c9dc5
    for (let n = 0; n < longest && start + n < words.length; n++) {
      const w = words[start + n] ?? ''
      for (let i = 0; i < w.length; i++) hash = Math.imul(hash ^ w.charCodeAt(i), 0x01000193)
      hash = Math.imul(hash ^ 0x1f, 0x01000193)
      add(tally, hash ^ 0x5bd1e995)
    }
  }
}

function addCharacterGrams(text: string, [shortest, longest]: readonly [number, number], tally: Tally): void {
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5
    const end = Math.min(text.length, start + longest)
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
      if (at - start + 1 >= shortest) add(tally, hash)
    }
  }
}

function add(tally: Tally, hash: number): void {
  const { counts, met, size } = tally
  const bucket = ((hash >>> 17) ^ hash) & (counts.length - 1)
  if (counts[bucket]!++ > 0) return
  if (size === met.length) {
    tally.met = new Int32Array(2 * size)
    tally.met.set(met)
  }
  tally.met[tally.size++] = bucket
}
