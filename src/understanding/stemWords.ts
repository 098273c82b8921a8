import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Porter stems (natural), so that "arrests" and "arrested" are one word to the search for known questions. */
export const stemWords = (words: readonly string[]): string[] => words.map((word) => stemmer.stem(word))
