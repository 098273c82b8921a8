type Lists = Readonly<Record<string, readonly string[]>>

/** Where a pattern was found: the pattern as written, and the words it covers. */
export interface Match {
  readonly pattern: string
  readonly words: string
}

interface Pattern {
  readonly written: string
  readonly expression: RegExp
  /** The words that it can begin with; with * for any ending. `undefined`: any word. */
  readonly starts: readonly string[] | undefined
}

/** Patterns of whole words, looked up by the words that they can begin with. */
export interface PatternSet {
  readonly byWord: ReadonlyMap<string, readonly Pattern[]>
  readonly byBeginning: ReadonlyMap<string, readonly Pattern[]>
  readonly always: readonly Pattern[]
}

const beginning = 2

/**
 * Compiles whole-word patterns:
 * `(a|b c)` one of these; `[a|b]` perhaps; `...` up to four words between; `{list}` a word of the named list;
 * `hit*` any word that begins so; `^` and `$` the beginning and the end of the message.
 * Gaps are bounded and no part repeats without end, so matching time grows in step with the text.
 * @throws Error naming the pattern and what is wrong with it.
 */
export function compilePatterns(written: readonly string[], lists: Lists): PatternSet {
  const byWord = new Map<string, Pattern[]>()
  const byBeginning = new Map<string, Pattern[]>()
  const always: Pattern[] = []
  for (const pattern of written.map((w) => compilePattern(w, lists))) {
    const short = pattern.starts?.some((start) => start.indexOf('*') < beginning && start.includes('*')) ?? true
    if (short) always.push(pattern)
    else for (const start of new Set(pattern.starts)) add(start.includes('*') ? byBeginning : byWord, keyOf(start), pattern)
  }
  return { byWord, byBeginning, always }
}

const keyOf = (start: string): string => (start.includes('*') ? start.slice(0, beginning) : start)

function add(index: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  index.set(key, [...(index.get(key) ?? []), pattern])
}

/** The first match of each pattern in a text made by `asText`. */
export function findPatterns(set: PatternSet, text: string): Match[] {
  return candidates(set, text).flatMap(({ written, expression }) => {
    expression.lastIndex = 0
    const found = expression.exec(text)
    return found === null ? [] : [{ pattern: written, words: found[0].trim() }]
  })
}

/** Hides the words of every match behind a word that no pattern knows. */
export function hidePatterns(set: PatternSet, text: string): string {
  return candidates(set, text).reduce(
    (shown, { expression }) => shown.replace(expression, (words) => '\u25a1 '.repeat(words.trim().split(' ').length)),
    text
  )
}

/** The words of a message as patterns see them. */
export const asText = (words: readonly string[]): string => ` ${words.join(' ')} `

function candidates({ byWord, byBeginning, always }: PatternSet, text: string): Pattern[] {
  const found = new Set(always)
  for (const word of text.trim().split(' ')) {
    for (const pattern of byWord.get(word) ?? []) found.add(pattern)
    for (const pattern of byBeginning.get(word.slice(0, beginning)) ?? []) found.add(pattern)
  }
  return [...found]
}

function compilePattern(written: string, lists: Lists): Pattern {
  const pieces = written.trim().match(/\([^()]*\)|\[[^[\]]*\]|\S+/g) ?? []
  if (pieces.length === 0) throw new Error(`the pattern "${written}" has no words`)
  const body = pieces.map((piece) => compilePiece(piece, written, lists)).join('')
  return { written, expression: new RegExp(`(?<= )${body}`, 'gu'), starts: startsOf(pieces, written, lists) }
}

function compilePiece(piece: string, written: string, lists: Lists): string {
  if (piece === '...') return '(?:[^ ]+ ){0,4}'
  if (piece === '^') return '(?<=^ )'
  if (piece === '$') return '$'
  const options = [...new Set(optionsOf(piece, written, lists))].map(escape).join('|')
  return piece.startsWith('[') ? `(?:(?:${options}) )?` : `(?:${options}) `
}

/** The words that a match can begin with: those of the first piece, and of the next while pieces may be left out. */
function startsOf(pieces: readonly string[], written: string, lists: Lists): string[] | undefined {
  const starts: string[] = []
  for (const piece of pieces) {
    if (piece === '^') continue
    if (piece === '...' || piece === '$') return undefined
    starts.push(...optionsOf(piece, written, lists).map((option) => option.split(' ')[0] ?? option))
    if (!piece.startsWith('[')) return starts
  }
  return undefined
}

function optionsOf(piece: string, written: string, lists: Lists): string[] {
  const bare = /^\((.*)\)$|^\[(.*)\]$/.exec(piece)
  const text = bare?.[1] ?? bare?.[2] ?? piece
  if (/[()[\]]/.test(text)) throw new Error(`the pattern "${written}" has a bracket without its partner`)
  return text.split('|').flatMap((option) => expand(option.trim(), written, lists))
}

function expand(option: string, written: string, lists: Lists): string[] {
  const named = /\{([\w-]+)\}/.exec(option)
  if (named === null) return [option]
  const list = lists[named[1] ?? '']
  if (list === undefined)
    throw new Error(`the pattern "${written}" names the list {${named[1] ?? ''}}, which intents/words.yaml does not have`)
  return list.flatMap((entry) => expand(option.replace(named[0], entry), written, lists))
}

function escape(option: string): string {
  if (!/^[\p{L}\p{N}\p{M} *]+$/u.test(option)) throw new Error(`the pattern part "${option}" may hold only letters, figures, spaces and *`)
  return option.replace(/\*/g, '[^ ]*')
}
