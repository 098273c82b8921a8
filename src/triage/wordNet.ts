import { countFeatures } from '../language/features.js'
import { roundRow } from './roundRow.js'
import { readCells, type MessageRows } from './wordNetCells.js'
import { outputSize, rowSize, type WordNetShape } from './wordNetShape.js'

/** What stands before the numbers in a net's file. */
export interface WordNetHead extends WordNetShape {
  /** Digest of the folders that hold the examples. */
  readonly madeFrom: string
  readonly seed: number
  /** Joined by spaces, in the order of their rows. */
  readonly words: string
}

/** A net over words. A row holds what a word, or a bucket of n-grams, adds to each cell. */
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

/** Buckets of the character 3-4-grams of a word. */
export function gramBuckets(word: string, bits: number): number[] {
  return [...countFeatures([word], { words: 0, characters: [3, 4], bits }).keys()]
}

/**
 * Makes the function that reads a message with a net: the largest and the last state of cells that read forwards and backwards
 * (Bradbury et al. 2017, "Quasi-Recurrent Neural Networks"), weighted and summed. What a cell sees is linear in each word, so the
 * products are made when the net is trained, and reading is adding: linear in the number of words. An unknown word is read as the mean
 * of its character n-grams (Bojanowski et al. 2017, "Enriching Word Vectors with Subword Information").
 */
export function createWordNet(net: WordNet): WordNetLogit {
  const biases = net.last.subarray(0, outputSize(net.head))
  const weights = net.last.subarray(biases.length)
  return (words) => {
    if (words.length === 0) return -Infinity
    const outputs = readCells(net.head.cells, biases, rowsFor(net, words))
    return outputs.reduce((logit, output, i) => logit + output * (weights[i] ?? 0), weights[biases.length] ?? 0)
  }
}

function rowsFor(net: WordNet, words: readonly string[]): MessageRows {
  const size = rowSize(net.head)
  const message = { rows: new Int8Array(words.length * size), scales: new Float32Array(words.length) }
  words.forEach((word, t) => {
    const row = net.rowOf.get(word)
    if (row === undefined) message.scales[t] = putMean(net, gramBuckets(word, net.head.bits), message.rows, t * size)
    else {
      message.rows.set(net.rows.subarray(row * size, (row + 1) * size), t * size)
      message.scales[t] = net.scales[row] ?? 0
    }
  })
  return message
}

/** Puts the mean of the rows of some buckets at a place, rounded to 8 bits. Returns what one step is worth. */
function putMean({ head, rowOf, rows, scales }: WordNet, buckets: readonly number[], into: Int8Array, at: number): number {
  const size = rowSize(head)
  const sum = new Float32Array(size)
  for (const bucket of buckets) {
    const from = (rowOf.size + bucket) * size
    const scale = (scales[rowOf.size + bucket] ?? 0) / buckets.length
    for (let c = 0; c < size; c++) sum[c] = (sum[c] ?? 0) + scale * (rows[from + c] ?? 0)
  }
  return roundRow(sum, into, at)
}
