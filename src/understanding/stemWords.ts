import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Porter stems (natural), so that "arrests" and "arrested" are one word to the search for known questions. */
export const stemWords = (words: readonly string[]): string[] => words.map((word) => stemmer.stem(word))

/** The same with the stems of known words looked up instead of worked out. A person's own words are not kept. */
export function createStemWords(known: readonly string[]): typeof stemWords {
  const stems = new Map([...new Set(known)].map((word) => [word, stemmer.stem(word)]))
  return (words) => words.map((word) => stems.get(word) ?? stemmer.stem(word))
}
