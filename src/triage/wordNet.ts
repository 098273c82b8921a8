import { countFeatures } from '../language/features.js'

/** What stands before the numbers in a net's file. */
export interface WordNetHead {
  /** Digest of the folders that hold the examples. */
  readonly madeFrom: string
  readonly seed: number
  readonly filters: number
  /** Filters see runs of 1 to `widths` words. */
  readonly widths: number
  /** log2 of the number of buckets that the character n-grams of unknown words are hashed into. */
  readonly bits: number
  /** Joined by spaces, in the order of their rows. */
  readonly words: string
}

/** A convolutional net over words. A row holds the products of a word, or of a bucket of n-grams, with every filter and offset. */
export interface WordNet {
  readonly head: WordNetHead
  readonly rowOf: ReadonlyMap<string, number>
  /** What one step of each row is worth. */
  readonly scales: Float32Array
  readonly rows: Int8Array
  /** Biases, output weights, output bias. */
  readonly last: Float32Array
}

/** The log-odds of danger for the words of a message; keeps nothing of them. */
export type WordNetLogit = (words: readonly string[]) => number

/** Buckets of the character 3-5-grams of a word. */
export function gramBuckets(word: string, bits: number): number[] {
  return [...countFeatures([word], { words: 0, characters: [3, 5], bits }).keys()]
}

/** Products a row: one for each filter and each word that it sees. */
export function productsOf({ filters, widths }: Pick<WordNetHead, 'filters' | 'widths'>): number {
  return (filters * widths * (widths + 1)) / 2
}

/**
 * Makes the function that reads a message with a net: the largest response of each filter over the message, weighted and summed
 * (Kim 2014, "Convolutional Neural Networks for Sentence Classification"). Since a filter is linear in each word that it sees, the
 * products are made when the net is trained, and reading is adding: linear in the number of words. An unknown word is read as the
 * mean of its character n-grams (Bojanowski et al. 2017, "Enriching Word Vectors with Subword Information").
 */
export function createWordNet(net: WordNet): WordNetLogit {
  const { filters, widths } = net.head
  const biases = net.last.subarray(0, filters * widths)
  const weights = net.last.subarray(filters * widths)
  const outputBias = weights[filters * widths] ?? 0
  return (words) => {
    const products = productsFor(net, words)
    let logit = outputBias
    for (let width = 1; width <= widths; width++) {
      const from = (width - 1) * filters
      const largest = largestResponses(products, words.length, net.head, width, biases.subarray(from, from + filters))
      for (let f = 0; f < filters; f++) logit += (largest[f] ?? 0) * (weights[from + f] ?? 0)
    }
    return logit
  }
}

function productsFor(net: WordNet, words: readonly string[]): Float32Array {
  const width = productsOf(net.head)
  const products = new Float32Array(words.length * width)
  words.forEach((word, t) => {
    const row = net.rowOf.get(word)
    const found = row === undefined ? gramBuckets(word, net.head.bits).map((bucket) => net.rowOf.size + bucket) : [row]
    for (const r of found) {
      const scale = (net.scales[r] ?? 0) / found.length
      for (let c = 0, from = r * width, to = t * width; c < width; c++)
        products[to + c] = (products[to + c] ?? 0) + scale * (net.rows[from + c] ?? 0)
    }
  })
  return products
}

/** Each filter's largest response, at least 0, over all runs of `width` words; runs may hang over the ends. */
function largestResponses(products: Float32Array, length: number, head: WordNetHead, width: number, biases: Float32Array): Float32Array {
  const { filters } = head
  const perWord = productsOf(head)
  const start = (filters * width * (width - 1)) / 2
  const largest = new Float32Array(filters)
  for (let t = 1 - width; t < length; t++) {
    const first = Math.max(0, -t)
    const end = Math.min(width, length - t)
    for (let f = 0; f < filters; f++) {
      let sum = biases[f] ?? 0
      for (let offset = first; offset < end; offset++) sum += products[(t + offset) * perWord + start + offset * filters + f] ?? 0
      if (sum > (largest[f] ?? 0)) largest[f] = sum
    }
  }
  return largest
}
