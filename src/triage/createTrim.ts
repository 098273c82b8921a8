/**
 * Makes the function that leaves out greetings before and goodbyes after a message (the lists `greetings` and `goodbyes`), however many:
 * politeness must not hide a danger. Gives the same array when there is none.
 */
export function createTrim(lists: Readonly<Record<string, readonly string[]>>): (words: readonly string[]) => readonly string[] {
  const greetings = byWord(lists['greetings'] ?? [], (words) => words[0])
  const goodbyes = byWord(lists['goodbyes'] ?? [], (words) => words.at(-1))
  return (words) => {
    let [from, to] = [0, words.length]
    for (let length = 1; length > 0 && from < to;) {
      length = longest(greetings.get(words[from] ?? ''), words, (phrase) => (phrase.length <= to - from ? from : undefined))
      from += length
    }
    for (let length = 1; length > 0 && from < to;) {
      length = longest(goodbyes.get(words[to - 1] ?? ''), words, (phrase) => (phrase.length <= to - from ? to - phrase.length : undefined))
      to -= length
    }
    return from === 0 && to === words.length ? words : words.slice(from, to)
  }
}

type Phrase = readonly string[]

function byWord(phrases: readonly string[], key: (words: Phrase) => string | undefined): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>()
  for (const phrase of phrases.map((p) => p.split(' '))) index.set(key(phrase) ?? '', [...(index.get(key(phrase) ?? '') ?? []), phrase])
  return index
}

/** How many words the longest phrase covers that stands where `at` says, 0 for none. */
function longest(phrases: readonly Phrase[] | undefined, words: readonly string[], at: (phrase: Phrase) => number | undefined): number {
  const standing = (phrases ?? []).filter((phrase) => {
    const start = at(phrase)
    return start !== undefined && phrase.every((word, i) => words[start + i] === word)
  })
  return Math.max(0, ...standing.map((phrase) => phrase.length))
}
