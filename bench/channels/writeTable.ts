import { quantile } from '../quantile.js'
import type { Case } from './Case.js'

/** What one round of a case took. */
export interface Taken {
  /** Microseconds of processor for a turn. */
  readonly micros: number
  /** Turns a second by the clock on the wall. */
  readonly perSecond: number
}

/** The table, medians with the range over the rounds. A ratio is of two figures of the same round. */
export function writeTable(cases: readonly Case[], taken: ReadonlyMap<Case, readonly Taken[]>): string {
  const rows = cases.map((one) => {
    const [all, compared] = [taken.get(one) ?? [], taken.get(baselineOf(one, cases)) ?? []]
    const micros = all.map((figures) => figures.micros)
    const ratios = micros.map((figure, round) => figure / (compared[round]?.micros ?? NaN))
    const perSecond = all.map((figures) => figures.perSecond)
    return [one.title, spread(micros, 0), spread(ratios, 1), (1e6 / quantile(micros, 0.5)).toFixed(0), spread(perSecond, 0)]
  })
  const heads = ['', 'processor us a turn', 'as a multiple of Express', 'turns in a second of processor', 'turns a second taken']
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The baseline before it in the table. */
const baselineOf = (one: Case, cases: readonly Case[]): Case =>
  cases.slice(0, cases.indexOf(one) + 1).findLast(({ baseline }) => baseline) ?? one

const spread = (values: readonly number[], digits: number): string =>
  `${quantile(values, 0.5).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`
