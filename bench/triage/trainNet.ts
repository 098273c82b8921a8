import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DangerExample } from '../../src/curation/examples.js'
import { withSmallTalk } from '../../src/curation/withSmallTalk.js'
import { roundRow } from '../../src/triage/roundRow.js'
import { gramBuckets, type WordNet } from '../../src/triage/wordNet.js'
import { outputSize, rowSize, type WordNetShape } from '../../src/triage/wordNetShape.js'
import type { Vectors } from './readVectors.js'

/** How many of the most frequent words of the vectors are known to the net beside the words of the examples. */
const frequentWords = 6_000
const vectorSize = 100

export type NetSettings = WordNetShape & { readonly seed: number }

export const netSettings: NetSettings = { cells: 32, bits: 12, seed: 1 }

/** Trains a net with wordNet.cpp (compiled here with g++), and rounds its products to 8 bits. */
export function trainNet(examples: readonly DangerExample[], vectors: Vectors, settings: NetSettings, madeFrom: string): WordNet {
  const told = withSmallTalk(examples.filter((e) => e.words.length > 0))
  const frequent = [...vectors.keys()].filter((w) => /^[a-z]+$/.test(w)).slice(0, frequentWords)
  const words = [...new Set([...told.flatMap((e) => e.words), ...frequent])].sort()
  const floats = runTrainer(words, told, vectors, settings)
  const last = floats.slice(-(2 * outputSize(settings) + 1))
  const products = floats.subarray(0, (words.length + (1 << settings.bits)) * rowSize(settings))
  const head = { madeFrom, ...settings, words: words.join(' ') }
  return { head, rowOf: new Map(words.map((w, row) => [w, row])), last, ...round(products, rowSize(settings)) }
}

function runTrainer(words: readonly string[], told: readonly DangerExample[], vectors: Vectors, settings: NetSettings): Float32Array {
  const { bits, ...rest } = settings
  const folder = mkdtempSync(join(tmpdir(), 'word-net-'))
  const at = (name: string): string => join(folder, name)
  const numbers = new Map(words.map((w, i) => [w, i]))
  const withVector = (w: string): string =>
    [gramBuckets(w, bits).join(' '), vectors.get(w)?.join(' ')].filter((s) => s !== undefined).join('|')
  const numbered = ({ danger, words: said }: DangerExample): string =>
    [danger === undefined ? 0 : 1, ...said.map((w) => numbers.get(w) ?? 0)].join(' ')
  try {
    writeFileSync(at('words.txt'), `${words.map(withVector).join('\n')}\n`)
    writeFileSync(at('examples.txt'), `${told.map(numbered).join('\n')}\n`)
    const source = fileURLToPath(new URL('wordNet.cpp', import.meta.url))
    execFileSync('g++', ['-O3', '-march=native', '-ffast-math', '-o', at('wordNet'), source])
    const options = { size: vectorSize, buckets: 1 << bits, ...rest }
    const given = Object.entries(options).map(([name, value]) => `${name}=${String(value)}`)
    execFileSync(at('wordNet'), [at('words.txt'), at('examples.txt'), at('net.bin'), ...given])
    const bytes = readFileSync(at('net.bin'))
    return new Float32Array(Uint8Array.from(bytes).buffer)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Rounds each row to 8 bits by its own scale. */
function round(products: Float32Array, size: number): { scales: Float32Array; rows: Int8Array } {
  const rows = new Int8Array(products.length)
  const scales = Float32Array.from({ length: products.length / size }, (_, row) =>
    roundRow(products.subarray(row * size, (row + 1) * size), rows, row * size)
  )
  return { scales, rows }
}
