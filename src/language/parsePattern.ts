export type Lists = Readonly<Record<string, readonly string[]>>

/** A word of a pattern: this word, or any word that begins with it. */
export interface Token {
  readonly letters: string
  readonly open: boolean
}

/** Words in a row that fill a piece. */
export type Option = readonly [Token, ...Token[]]

/** One step of a pattern: one of some options, which may be left out when `optional`, or a gap of up to `gapWords` words. */
export type Piece =
  | {
      readonly options: readonly Option[]
      /** The words that an option can begin with; `undefined` where one is open. */
      readonly firsts: ReadonlySet<string> | undefined
      readonly optional: boolean
    }
  | 'gap'

/** A pattern taken apart. Gaps before the first piece and after the last are counted, not listed. */
export interface Pattern {
  readonly written: string
  readonly pieces: readonly Piece[]
  readonly gapsBefore: number
  readonly gapsAfter: number
  /** `^`: only at the beginning of the message. */
  readonly atStart: boolean
  /** `$`: only at its end. */
  readonly atEnd: boolean
}

/** How many words a gap may cover. */
export const gapWords = 4

/** How many words a pattern may cover, gaps between its pieces included: matching keeps a bit for each. */
export const longestPattern = 31

/**
 * Takes a whole-word pattern apart:
 * `(a|b c)` one of these; `[a|b]` perhaps; `...` up to four words between; `{list}` a word of the named list;
 * `hit*` any word that begins so; `^` and `$` the beginning and the end of the message.
 * @throws Error naming the pattern and what is wrong with it.
 */
export function parsePattern(written: string, lists: Lists): Pattern {
  const parts = written.trim().match(/\([^()]*\)|\[[^[\]]*\]|\S+/g) ?? []
  const atStart = parts[0] === '^'
  const atEnd = parts.at(-1) === '$'
  const pieces = parts.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).map((part) => parsePiece(part, written, lists))
  const first = pieces.findIndex((piece) => piece !== 'gap')
  if (first < 0) throw new Error(`the pattern "${written}" has no words`)
  const last = pieces.findLastIndex((piece) => piece !== 'gap')
  const between = pieces.slice(atStart ? 0 : first, atEnd ? undefined : last + 1)
  const length = between.reduce((sum, piece) => sum + longestPiece(piece), 0)
  if (between.every((piece) => piece === 'gap' || piece.optional))
    throw new Error(`the pattern "${written}" has only parts that may be left out`)
  if (length > longestPattern)
    throw new Error(`the pattern "${written}" may cover ${String(length)} words; ${String(longestPattern)} are the most`)
  return {
    written,
    pieces: between,
    gapsBefore: atStart ? 0 : first,
    gapsAfter: atEnd ? 0 : pieces.length - 1 - last,
    atStart,
    atEnd
  }
}

const longestPiece = (piece: Piece): number => (piece === 'gap' ? gapWords : Math.max(...piece.options.map((option) => option.length)))

function parsePiece(part: string, written: string, lists: Lists): Piece {
  if (part === '...') return 'gap'
  if (part === '^' || part === '$') throw new Error(`the pattern "${written}" has ${part} in its middle`)
  const bare = /^\((.*)\)$|^\[(.*)\]$/.exec(part)
  const text = bare?.[1] ?? bare?.[2] ?? part
  if (/[()[\]]/.test(text)) throw new Error(`the pattern "${written}" has a bracket without its partner`)
  const options = [...new Set(text.split('|').flatMap((option) => expand(option.trim(), written, lists)))].map(parseOption)
  const firsts = options.map(([first]) => first)
  return {
    options,
    firsts: firsts.some(({ open }) => open) ? undefined : new Set(firsts.map(({ letters }) => letters)),
    optional: part.startsWith('[')
  }
}

function expand(option: string, written: string, lists: Lists): string[] {
  const named = /\{([\w-]+)\}/.exec(option)
  if (named === null) return [option]
  const list = lists[named[1] ?? '']
  if (list === undefined)
    throw new Error(`the pattern "${written}" names the list {${named[1] ?? ''}}, which intents/words.yaml does not have`)
  return list.flatMap((entry) => expand(option.replace(named[0], entry), written, lists))
}

function parseOption(option: string): Option {
  if (!/^[\p{L}\p{N}\p{M} *]+$/u.test(option)) throw new Error(`the pattern part "${option}" may hold only letters, figures, spaces and *`)
  const [first, ...rest] = option.split(/ +/).map(parseToken)
  if (first === undefined) throw new Error(`the pattern part "${option}" has no words`)
  return [first, ...rest]
}

function parseToken(word: string): Token {
  const letters = word.replace(/\*$/, '')
  if (letters === '' || letters.includes('*')) throw new Error(`the pattern part "${word}" may have * only at the end of a word`)
  return { letters, open: letters !== word }
}
