import { addSlips } from './addSlips.js'
import { auroc } from './auroc.js'
import type { TestRow } from './corpora/Corpus.js'
import type { Classify, Verdict } from './IntentSystem.js'
import type { Measured } from './Measured.js'
import { quantile } from '../quantile.js'

interface Judged extends Verdict {
  readonly row: TestRow
  readonly micros: number
}

const seed = 20_170_000
const fewest = 60
const warmUp = { messages: 1_000, millis: 2_000 }

/**
 * Judges the test messages with two slips, one, and none, in that order, so that the one that is timed is warm. A slow system judges only
 * as many of the first messages as fit into `seconds`, but not fewer than 60.
 */
export async function scorePasses(
  classify: Classify,
  all: readonly TestRow[],
  seconds: number
): Promise<Pick<Measured, 'rows' | 'accuracy' | 'auroc' | 'oneSlip' | 'twoSlips' | 'p50Micros' | 'p99Micros'>> {
  const micros = await medianWhenWarm(classify, all)
  const rows = all.slice(0, Math.max(fewest, Math.floor((seconds * 1e6) / 3 / micros)))
  const two = await judge(classify, rows, 2, seed)
  const one = await judge(classify, rows, 1, seed)
  const clean = await judge(classify, rows, 0, seed)
  const [inScope, outOfScope] = [clean.filter(isInScope), clean.filter((j) => !isInScope(j))]
  return {
    rows: rows.length,
    accuracy: accuracy(clean),
    ...(outOfScope.length > 0 && {
      auroc: auroc(
        inScope.map((j) => j.score),
        outOfScope.map((j) => j.score)
      )
    }),
    oneSlip: accuracy(one),
    twoSlips: accuracy(two),
    p50Micros: quantile(
      clean.map((j) => j.micros),
      0.5
    ),
    p99Micros: quantile(
      clean.map((j) => j.micros),
      0.99
    )
  }
}

/** Microseconds a message, after up to a thousand messages or two seconds of slips that are not scored. */
async function medianWhenWarm(classify: Classify, all: readonly TestRow[]): Promise<number> {
  const from = performance.now()
  let judged: Judged[] = []
  for (let done = 0; done < warmUp.messages && performance.now() - from < warmUp.millis; done += judged.length)
    judged = await judge(classify, all.slice(0, 20), 3, done)
  return quantile(
    judged.map((j) => j.micros),
    0.5
  )
}

async function judge(classify: Classify, rows: readonly TestRow[], slips: number, firstSeed: number): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const [at, row] of rows.entries()) {
    const text = addSlips(row.text, slips, firstSeed + at)
    const from = performance.now()
    const verdict = await classify(text)
    judged.push({ ...verdict, row, micros: 1_000 * (performance.now() - from) })
  }
  return judged
}

const isInScope = ({ row }: Judged): boolean => row.label !== undefined

function accuracy(judged: readonly Judged[]): number {
  const inScope = judged.filter(isInScope)
  return inScope.filter((j) => j.label === j.row.label).length / inScope.length
}
