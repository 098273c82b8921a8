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
const frequentWords = 3_000
const vectorSize = 100

export type NetSettings = WordNetShape & { readonly seed: number }

export const netSettings: NetSettings = { cells: 32, bits: 12, seed: 1 }

/** Trains a net with wordNet.cpp (compiled here with g++), and rounds its products to 8 bits. */
export function trainNet(examples: readonly DangerExample[], vectors: Vectors, settings: NetSettings, madeFrom: string): WordNet {
  const told = withSmallTalk(examples.filter((e) => e.words.length > 0))
  const frequent = [...vectors.keys()].filter((w) => /^[a-z]+$/.test(w)).slice(0, frequentWords)
  const counts = countWords(told)
  const known = [...new Set([...counts.keys(), ...frequent])].sort()
  // What was said once and has no vector is trained on, but not kept: it is read by its n-grams, which is all that is known of it.
  const kept = known.filter((word) => counts.get(word) !== 1 || vectors.has(word))
  const words = [...kept, ...known.filter((word) => counts.get(word) === 1 && !vectors.has(word))]
  const floats = runTrainer(words, told, vectors, settings)
  const last = floats.slice(-(2 * outputSize(settings) + 1))
  const size = rowSize(settings)
  const buckets = floats.subarray(words.length * size, (words.length + (1 << settings.bits)) * size)
  const head = { madeFrom, ...settings, words: kept.join(' ') }
  return {
    head,
    rowOf: new Map(kept.map((w, row) => [w, row])),
    last,
    ...round(joined(floats.subarray(0, kept.length * size), buckets), size)
  }
}

function countWords(told: readonly DangerExample[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of told.flatMap((e) => e.words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
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
