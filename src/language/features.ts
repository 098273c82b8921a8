/** Which n-grams a message is turned into. */
export interface FeatureSettings {
  /** Longest run of words. */
  readonly words: number
  /** Shortest and longest run of characters, over the words joined by single spaces. */
  readonly characters: readonly [number, number]
  /** log2 of the number of buckets that n-grams are hashed into. */
  readonly bits: number
  /** N-grams of more than this share of the documents say nothing. They tell few labels apart, and cost the most time. */
  readonly tooCommon?: number
}

/** Hashed n-grams of a message: bucket -> how often. */
export type Counts = Map<number, number>

/** Room to count in: a small open hash table, kept so that a message need not make its own. Empty between messages. */
interface Tally {
  /** Bucket + 1 by slot; 0 is free. */
  readonly keys: Int32Array
  readonly counts: Uint16Array
  /** The slots that were taken, in the order of taking. */
  readonly taken: Int32Array
  /** How far a hash is shifted to be a slot. */
  readonly shift: number
  size: number
}

/** Counts hashed word and character n-grams. Hashing is FNV-1a, 32 bits, folded to `bits`. */
export function countFeatures(words: readonly string[], settings: FeatureSettings): Counts {
  const counts: Counts = new Map()
  withTally(words, settings, (bucket, count) => counts.set(bucket, count))
  return counts
}

const makeTally = (slots: number): Tally => ({
  keys: new Int32Array(slots),
  counts: new Uint16Array(slots),
  taken: new Int32Array(slots),
  shift: 1 + Math.clz32(slots),
  size: 0
})
const usual = makeTally(1 << 12)

/** Calls `use` for each n-gram's bucket with its count, in the order of their first meeting, then forgets them. */
export function withTally(words: readonly string[], settings: FeatureSettings, use: (bucket: number, count: number) => void): void {
  const text = ` ${words.join(' ')} `
  const most = text.length * (settings.characters[1] - settings.characters[0] + 1) + words.length * settings.words
  const tally = 2 * most <= usual.keys.length ? usual : makeTally(1 << (33 - Math.clz32(most)))
  const mask = (1 << settings.bits) - 1
  addWordGrams(words, settings.words, mask, tally)
  addCharacterGrams(text, settings.characters, mask, tally)
  const { keys, counts, taken, size } = tally
  tally.size = 0
  for (let i = 0; i < size; i++) {
    const slot = taken[i]!
    const bucket = keys[slot]! - 1
    keys[slot] = 0
    use(bucket, counts[slot]!)
  }
}

function addWordGrams(words: readonly string[], longest: number, mask: number, tally: Tally): void {
  for (let start = 0; start < words.length; start++) {
    let hash = 0x811c9dc5
    for (let n = 0; n < longest && start + n < words.length; n++) {
      const w = words[start + n] ?? ''
      for (let i = 0; i < w.length; i++) hash = Math.imul(hash ^ w.charCodeAt(i), 0x01000193)
      hash = Math.imul(hash ^ 0x1f, 0x01000193)
      add(tally, hash ^ 0x5bd1e995, mask)
    }
  }
}

function addCharacterGrams(text: string, [shortest, longest]: readonly [number, number], mask: number, tally: Tally): void {
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5
    const end = Math.min(text.length, start + longest)
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
      if (at - start + 1 >= shortest) add(tally, hash, mask)
    }
  }
}

function add(tally: Tally, hash: number, mask: number): void {
  const { keys, counts, taken, shift } = tally
  const bucket = ((hash >>> 17) ^ hash) & mask
  const last = keys.length - 1
  let slot = Math.imul(bucket, 0x9e3779b1) >>> shift
  for (; keys[slot] !== 0; slot = (slot + 1) & last) {
    if (keys[slot] !== bucket + 1) continue
    counts[slot]!++
    return
  }
  keys[slot] = bucket + 1
  counts[slot] = 1
  taken[tally.size++] = slot
}
