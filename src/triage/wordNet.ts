import { countFeatures } from '../language/features.js'
import { finalStates } from './wordNetCells.js'
import { largestResponses } from './wordNetFilters.js'
import { biasesOf, rowSize, type WordNetShape } from './wordNetShape.js'

/** What stands before the numbers in a net's file. */
export interface WordNetHead extends WordNetShape {
  /** Digest of the folders that hold the examples. */
  readonly madeFrom: string
  readonly seed: number
  /** Joined by spaces, in the order of their rows. */
  readonly words: string
}

/** A net over words. A row holds what a word, or a bucket of n-grams, adds to each filter and each cell at each offset. */
export interface WordNet {
  readonly head: WordNetHead
  readonly rowOf: ReadonlyMap<string, number>
  /** What one step of each row is worth. */
  readonly scales: Float32Array
  readonly rows: Int8Array
  /** Biases, output weights, output bias. */
  readonly last: Float32Array
}

/** The log-odds of danger for the words of a message, -Infinity for none; keeps nothing of them. */
export type WordNetLogit = (words: readonly string[]) => number

/** Buckets of the character 3-5-grams of a word. */
export function gramBuckets(word: string, bits: number): number[] {
  return [...countFeatures([word], { words: 0, characters: [3, 5], bits }).keys()]
}

/**
 * Makes the function that reads a message with a net: the largest response of each filter (Kim 2014, "Convolutional Neural Networks for
 * Sentence Classification") and the largest and last state of each cell (Bradbury et al. 2017, "Quasi-Recurrent Neural Networks"),
 * weighted and summed. Both are linear in each word that they see, so the products are made when the net is trained, and reading is
 * adding: linear in the number of words. An unknown word is read as the mean of its character n-grams (Bojanowski et al. 2017,
 * "Enriching Word Vectors with Subword Information").
 */
export function createWordNet(net: WordNet): WordNetLogit {
  const biases = net.last.subarray(0, biasesOf(net.head))
  const weights = net.last.subarray(biases.length)
  return (words) => {
    if (words.length === 0) return -Infinity
    const sums = sumsFor(net, words)
    const outputs = new Float32Array(biases.length)
    largestResponses(net.head, biases, sums, words.length, outputs)
    finalStates(net.head, biases, sums, words.length, outputs)
    return outputs.reduce((logit, output, i) => logit + output * (weights[i] ?? 0), weights[biases.length] ?? 0)
  }
}

function sumsFor(net: WordNet, words: readonly string[]): Float32Array {
  const size = rowSize(net.head)
  const sums = new Float32Array(words.length * size)
  words.forEach((word, t) => {
    const known = net.rowOf.get(word)
    const found = known === undefined ? gramBuckets(word, net.head.bits).map((bucket) => net.rowOf.size + bucket) : [known]
    for (const row of found) addRow(net.rows, row * size, (net.scales[row] ?? 0) / found.length, sums, t * size, size)
  })
  return sums
}

function addRow(rows: Int8Array, from: number, scale: number, into: Float32Array, to: number, size: number): void {
  for (let c = 0; c < size; c++) into[to + c] = (into[to + c] ?? 0) + scale * (rows[from + c] ?? 0)
}
