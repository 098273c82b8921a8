import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** Fewest words that a reading age can be told from: a label has none of its own. */
export const fewestWords = 10

const bySentence = new Intl.Segmenter('en-GB', { granularity: 'sentence' })
const byWord = new Intl.Segmenter('en-GB', { granularity: 'word' })

/**
 * The age in years at which a text is read with ease: Flesch-Kincaid grade (Kincaid et al. 1975) plus five, the age at which English
 * children begin year 1. Each line is a sentence of its own. A name counts as one word of two syllables, however long it is, as
 * Dale and Chall (1948) and Spache (1953) count names as words that the reader knows; so does a figure.
 */
export function readingAge(text: string): number {
  const sentences = text
    .split('\n')
    .flatMap((line) => [...bySentence.segment(line)].map(({ segment }) => countedWords(segment)))
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  return (
    5 +
    fleschKincaid({
      sentence: sentences.length,
      word: words.length,
      syllable: words.reduce((all, word) => all + (isName(word) ? 2 : syllable(word)), 0)
    })
  )
}

export const wordsOf = (text: string): string[] =>
  [...byWord.segment(text)].filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment)

/** The words of a sentence; a run of capitalised words, which begins inside the sentence or has two or more of them, is one name. */
function countedWords(sentence: string): string[] {
  const words = wordsOf(sentence)
  const inName = words.map((word, at) => isName(word) && (at > 0 || isName(words[1] ?? '') || /[A-Z\d]{2}/.test(word)))
  return words.flatMap((word, at) => (inName[at] === true ? (inName[at - 1] === true ? [] : [word]) : [word.toLowerCase()]))
}

const isName = (word: string): boolean => /^[A-Z\d]/.test(word) && word !== 'I'
