import { gapWords, longestPattern, parsePattern, type Lists, type Option, type Pattern, type Piece, type Token } from './parsePattern.js'

/** Where a pattern was found: the pattern as written, and the words it covers. */
export interface Match {
  readonly pattern: string
  readonly words: string
}

/** Patterns of whole words. A pattern is looked at only when its rarest pieces may have been said. */
export interface PatternSet {
  /** The pieces that a word tells of, by the word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** The pieces that a word tells of, by how the word begins. */
  readonly byBeginning: ReadonlyMap<string, readonly number[]>
  /** Lengths of the keys of `byBeginning`. */
  readonly beginnings: readonly number[]
  /** How many pieces are indexed. */
  readonly pieces: number
  /** The patterns to look at, by their rarest piece. */
  readonly byRarest: readonly (readonly Indexed[] | undefined)[]
}

interface Indexed {
  readonly pattern: Pattern
  /** Other pieces that must be there, by number. */
  readonly others: readonly number[]
}

/** How many pieces of a pattern are looked for before it is matched: its rarest ones, as the small words are in every message. */
const looked = 3

/** Stands in for a hidden word; no pattern knows it. */
const hidden = '\u25a1'

/**
 * Compiles whole-word patterns (their syntax: `parsePattern`). Gaps are bounded and no part repeats, so the time to look for one
 * grows in step with the text.
 * @throws Error naming the pattern and what is wrong with it.
 */
export function compilePatterns(written: readonly string[], lists: Lists): PatternSet {
  const patterns = written.map((pattern) => parsePattern(pattern, lists))
  const uses = countUses(patterns)
  const pieces: (readonly Token[])[] = []
  const numbers = new Map<string, number>()
  const number = (tokens: readonly Token[]): number => {
    const key = tokens.map(({ letters, open }) => (open ? `${letters}*` : letters)).join('|')
    const known = numbers.get(key) ?? pieces.push(tokens) - 1
    numbers.set(key, known)
    return known
  }
  const byRarest: Indexed[][] = []
  for (const pattern of patterns) {
    const [first, ...others] = rarestPieces(pattern, uses).map(number)
    if (first !== undefined) (byRarest[first] ??= []).push({ pattern, others })
  }
  const byBeginning = indexPieces(pieces, true)
  const beginnings = [...new Set([...byBeginning.keys()].map((key) => key.length))]
  return { byWord: indexPieces(pieces, false), byBeginning, beginnings, pieces: pieces.length, byRarest }
}

/** The telling words of the rarest pieces that a pattern cannot do without, rarest first. */
function rarestPieces(pattern: Pattern, uses: ReadonlyMap<string, number>): Token[][] {
  const commonness = (tokens: readonly Token[]): number => tokens.reduce((sum, { letters }) => sum + (uses.get(letters) ?? 0), 0)
  return requiredPieces(pattern)
    .map(({ options }) => options.map((option) => rarest(option, uses)))
    .sort((a, b) => commonness(a) - commonness(b))
    .slice(0, looked)
}

const requiredPieces = ({ pieces }: Pattern): Exclude<Piece, 'gap'>[] =>
  pieces.filter((piece) => piece !== 'gap').filter((piece) => !piece.optional)

/** In how many options each word stands: small words are in most. */
function countUses(patterns: readonly Pattern[]): Map<string, number> {
  const uses = new Map<string, number>()
  for (const pattern of patterns)
    for (const { options } of requiredPieces(pattern))
      for (const { letters } of options.flat()) uses.set(letters, (uses.get(letters) ?? 0) + 1)
  return uses
}

/** The word by which an option is known to be worth a look. */
const rarest = (option: Option, uses: ReadonlyMap<string, number>): Token =>
  option.reduce<Token>((best, token) => ((uses.get(token.letters) ?? 0) < (uses.get(best.letters) ?? 0) ? token : best), option[0])

function indexPieces(pieces: readonly (readonly Token[])[], open: boolean): Map<string, number[]> {
  const index = new Map<string, number[]>()
  pieces.forEach((tokens, number) => {
    for (const { letters } of tokens.filter((token) => token.open === open)) {
      const known = index.get(letters) ?? []
      if (known.at(-1) !== number) known.push(number)
      index.set(letters, known)
    }
  })
  return index
}

/** The first match of each pattern. */
export function findPatterns(set: PatternSet, words: readonly string[]): Match[] {
  return candidates(set, words).flatMap((pattern) => {
    const [span] = spansOf(pattern, words, 1)
    return span === undefined ? [] : [{ pattern: pattern.written, words: words.slice(...span).join(' ') }]
  })
}

/** The message with the words of every match behind a word that no pattern knows; the same array where there is none. */
export function hidePatterns(set: PatternSet, words: readonly string[]): readonly string[] {
  const spans = candidates(set, words).flatMap((pattern) => spansOf(pattern, words, Infinity))
  if (spans.length === 0) return words
  const shown = [...words]
  for (const [from, to] of spans) shown.fill(hidden, from, to)
  return shown
}

/** Whether one of some patterns is found outside the words of the near misses. */
export function tells(phrases: PatternSet, nearMisses: PatternSet, words: readonly string[]): boolean {
  return findPatterns(phrases, words).length > 0 && findPatterns(phrases, hidePatterns(nearMisses, words)).length > 0
}

/** The patterns for whose rarest pieces a telling word was said. */
function candidates({ byWord, byBeginning, beginnings, pieces, byRarest }: PatternSet, words: readonly string[]): Pattern[] {
  const said = new Uint8Array(pieces)
  const told: number[] = []
  const mark = (known: readonly number[] | undefined): void => {
    for (const piece of known ?? []) {
      if (said[piece] === 1) continue
      said[piece] = 1
      told.push(piece)
    }
  }
  for (const word of words) {
    mark(byWord.get(word))
    for (const length of beginnings) if (length <= word.length) mark(byBeginning.get(word.slice(0, length)))
  }
  const found: Pattern[] = []
  for (const piece of told)
    for (const { pattern, others } of byRarest[piece] ?? []) if (others.every((other) => said[other] === 1)) found.push(pattern)
  return found
}

/** The words that the first matches of a pattern cover, from left to right, each as long as it can be: from, to (not included). */
function spansOf(pattern: Pattern, words: readonly string[], most: number): [number, number][] {
  const spans: [number, number][] = []
  for (let start = 0; start < (pattern.atStart ? 1 : words.length) && spans.length < most; start++) {
    const length = longestFrom(pattern, words, start)
    if (length === 0) continue
    const end = start + length
    spans.push([Math.max(0, start - gapWords * pattern.gapsBefore), Math.min(words.length, end + gapWords * pattern.gapsAfter)])
    start = end - 1
  }
  return spans
}

/**
 * How many words the longest match that begins at `start` covers, 0 for none. The places reached after each piece are kept as bits,
 * counted from `start`, so nothing is tried twice.
 */
function longestFrom({ pieces, atEnd }: Pattern, words: readonly string[], start: number): number {
  let reached = 1
  for (const piece of pieces) {
    reached = step(piece, words, start, reached)
    if (reached === 0) return 0
  }
  const end = words.length - start
  if (atEnd) return end <= longestPattern && (reached >>> end) & 1 ? end : 0
  return Math.min(31 - Math.clz32(reached), end)
}

function step(piece: Piece, words: readonly string[], start: number, reached: number): number {
  if (piece === 'gap') return reached | (reached << 1) | (reached << 2) | (reached << 3) | (reached << 4)
  let next = piece.optional ? reached : 0
  for (let left = reached; left !== 0; left &= left - 1) {
    const at = 31 - Math.clz32(left & -left)
    if (piece.firsts?.has(words[start + at] ?? '') === false) continue
    for (const option of piece.options) if (fits(option, words, start + at)) next |= 1 << (at + option.length)
  }
  return next
}

function fits(option: Option, words: readonly string[], at: number): boolean {
  for (let i = 0; i < option.length; i++) {
    const { letters, open } = option[i]!
    const word = words[at + i]
    if (word === undefined || (open ? !word.startsWith(letters) : word !== letters)) return false
  }
  return true
}
