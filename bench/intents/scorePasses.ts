import { addSlips } from './addSlips.js'
import { auroc } from './auroc.js'
import type { TestRow } from './corpora/Corpus.js'
import type { Classify, Verdict } from './IntentSystem.js'
import type { Measured } from './Measured.js'
import { quantile } from './quantile.js'

interface Judged extends Verdict {
  readonly row: TestRow
  readonly micros: number
}

const seed = 20_170_000
const fewest = 60

/**
 * Judges the test messages with two slips, one, and none, in that order, so that the one that is timed is warm. A slow system judges only
 * as many of the first messages as fit into `seconds`, but not fewer than 60.
 */
export async function scorePasses(
  classify: Classify,
  all: readonly TestRow[],
  seconds: number
): Promise<Pick<Measured, 'rows' | 'accuracy' | 'auroc' | 'oneSlip' | 'twoSlips' | 'p50Micros' | 'p99Micros'>> {
  const pass = (rows: readonly TestRow[], slips: number): Promise<Judged[]> => judge(classify, rows, slips)
  const trial = await pass(all.slice(0, 20), 3)
  const mean = quantile(
    trial.map((j) => j.micros),
    0.5
  )
  const rows = all.slice(0, Math.max(fewest, Math.floor((seconds * 1e6) / 3 / mean)))
  const two = await pass(rows, 2)
  const one = await pass(rows, 1)
  const clean = await pass(rows, 0)
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

async function judge(classify: Classify, rows: readonly TestRow[], slips: number): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const [at, row] of rows.entries()) {
    const text = addSlips(row.text, slips, seed + at)
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
