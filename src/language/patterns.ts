/** Where a pattern was found: the pattern as written, and the words it covers. */
export interface Match {
  readonly pattern: string
  readonly words: string
  readonly at: number
}

/** A pattern of whole words, ready to be looked for. */
export interface Pattern {
  readonly written: string
  readonly expression: RegExp
}

/**
 * Compiles a whole-word pattern:
 * `(a|b c)` one of these; `[a|b]` perhaps; `...` up to four words between; `{list}` a word of the named list;
 * `hit*` any word that begins so; `^` and `$` the beginning and the end of the message.
 * Gaps are bounded and no part repeats without end, so matching time grows in step with the text.
 * @throws Error naming the pattern and what is wrong with it.
 */
export function compilePattern(written: string, lists: Readonly<Record<string, readonly string[]>>): Pattern {
  const pieces = written.trim().match(/\([^()]*\)|\[[^[\]]*\]|\S+/g) ?? []
  if (pieces.length === 0) throw new Error(`the pattern "${written}" has no words`)
  const body = pieces.map((piece) => compilePiece(piece, written, lists)).join('')
  return { written, expression: new RegExp(`(?<= )${body}`, 'gu') }
}

function compilePiece(piece: string, written: string, lists: Readonly<Record<string, readonly string[]>>): string {
  if (piece === '...') return '(?:[^ ]+ ){0,4}'
  if (piece === '^') return '(?<=^ )'
  if (piece === '$') return '$'
  if (piece.startsWith('[') && piece.endsWith(']')) return `(?:${choices(piece.slice(1, -1), written, lists)} )?`
  if (piece.startsWith('(') && piece.endsWith(')')) return `${choices(piece.slice(1, -1), written, lists)} `
  if (/[()[\]|]/.test(piece)) throw new Error(`the pattern "${written}" has a bracket without its partner`)
  return `${choices(piece, written, lists)} `
}

function choices(text: string, written: string, lists: Readonly<Record<string, readonly string[]>>): string {
  const options = text.split('|').flatMap((option) => expand(option.trim(), written, lists))
  return `(?:${[...new Set(options)].map(escape).join('|')})`
}

function expand(option: string, written: string, lists: Readonly<Record<string, readonly string[]>>): string[] {
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

/** The words of a message as patterns see them. */
export const asText = (words: readonly string[]): string => ` ${words.join(' ')} `

/** The first match of each pattern in a text made by `asText`. */
export function findPatterns(patterns: readonly Pattern[], text: string): Match[] {
  return patterns.flatMap(({ written, expression }) => {
    expression.lastIndex = 0
    const found = expression.exec(text)
    return found === null ? [] : [{ pattern: written, words: found[0].trim(), at: found.index }]
  })
}

/** Hides the words of every match behind a word that no pattern knows. */
export function hidePatterns(patterns: readonly Pattern[], text: string): string {
  return patterns.reduce(
    (shown, { expression }) => shown.replace(expression, (words) => '\u25a1 '.repeat(words.trim().split(' ').length)),
    text
  )
}
