/** Short forms and look-alike letters, as intents/words.yaml holds them. */
export interface Spelling {
  readonly contractions: Readonly<Record<string, string>>
  readonly shorthand: Readonly<Record<string, string>>
  readonly lookAlikes: Readonly<Record<string, string>>
  readonly emoji: Readonly<Record<string, string>>
}

export type Normalise = (utterance: string) => string[]

const invisible = /[\p{Cf}\p{Cc}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/gu
const apostrophes = /['’‘`´ʼ]/gu
const word = /[\p{L}\p{N}\p{M}]+/gu
const longest = 4_000

/**
 * Makes the function that turns an utterance into plain lower-case words: Unicode NFKC, no invisible or combining marks,
 * look-alike letters inside Latin words, spaced-out letters joined, short forms written out.
 * Words beyond the first 4,000 characters and the last 4,000 are left out, so that time is bounded.
 */
export function createNormalise(spelling: Spelling): Normalise {
  const { contractions, shorthand, lookAlikes, emoji } = spelling
  const short = new Map([...Object.entries(shorthand), ...Object.entries(contractions)].map(([from, to]) => [from, to.split(' ')]))
  const alike = new Map(Object.entries(lookAlikes))
  return (utterance) => {
    const plain = ends(utterance)
      .normalize('NFKC')
      .replace(/[\n\r\t]/g, ' ')
      .replace(/\p{Extended_Pictographic}/gu, (sign) => ` ${emoji[sign] ?? ''} `)
      .replace(invisible, '')
      .normalize('NFD')
      .replace(/(?<=[a-zA-Z])\p{M}+/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(apostrophes, '')
      .replace(/(?<=\p{L})[*.](?=\p{L})/gu, ' ')
    const letters = joinSpacedLetters((plain.match(word) ?? []).map((w) => unmask(w, alike)).map(unstretch))
    return letters.flatMap((w) => short.get(w) ?? [w])
  }
}

function ends(text: string): string {
  return text.length <= 2 * longest ? text : `${text.slice(0, longest)} ${text.slice(-longest)}`
}

/** Look-alikes are exchanged only inside words that also hold plain Latin letters: a Russian word stays Russian, 2016 stays 2016. */
function unmask(w: string, alike: ReadonlyMap<string, string>): string {
  if (/^[a-z]+$/.test(w) || !/[a-z]/.test(w)) return w
  if (/^\d+(st|nd|rd|th|s|am|pm|yo|yrs?|hrs?|mins?|k|p|g|x|m)?$|^[a-z]+\d+[a-z]?$|^\d/.test(w)) return w
  return Array.from(w, (c) => alike.get(c) ?? c).join('')
}

/** "heeeelp" -> "heelp" -> read like "help" by the character n-grams. */
function unstretch(w: string): string {
  return w.replace(/(\p{L})\1{2,}/gu, '$1$1')
}

/** "h e l p" -> "help": four or more single letters in a row, "a" and "i" alone excepted. */
function joinSpacedLetters(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < words.length;) {
    let end = i
    while (end < words.length && /^\p{L}$/u.test(words[end] ?? '')) end++
    if (end - i >= 4) joined.push(words.slice(i, end).join(''))
    else joined.push(...words.slice(i, Math.max(end, i + 1)))
    i = Math.max(end, i + 1)
  }
  return joined
}
