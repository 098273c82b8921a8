import { findOption } from '../option.js'
import type { Case } from './Case.js'
import { createTakeTurns } from './createTakeTurns.js'
import { readUtterances } from './readUtterances.js'
import { startCases } from './startCases.js'
import { processorSeconds, residentMegabytes } from './usage.js'
import { writeTable, type Taken } from './writeTable.js'

/**
 * `npx tsx bench/channels/cost.ts [--rounds 9] [--turns 400]` (after `npm run build`): what a turn costs each way in, as a multiple of
 * what a bare Express takes for bodies of the same sizes in the same round. Cases take turns; every server is a process of its own.
 */
const rounds = Number(findOption('--rounds') ?? 9)
const turns = Number(findOption('--turns') ?? 400)
const warmUp = 800
// The baseline is so quick that the clock of processes, in hundredths of a second, needs more turns of it.
const moreOfBaseline = 5

const { cases, servers, end } = await startCases()
const memory = (): number[] => Object.values(servers).map(({ pid }) => residentMegabytes(pid))
const atStart = memory()
const utterances = readUtterances()
const takeTurns = await createTakeTurns(cases, utterances)

async function measure(one: Case, from: number): Promise<Taken> {
  const count = one.baseline ? moreOfBaseline * turns : turns
  const [processor, began] = [processorSeconds(one.server.pid), performance.now()]
  await takeTurns(one, count, from)
  const seconds = (performance.now() - began) / 1000
  return { micros: (1e6 * (processorSeconds(one.server.pid) - processor)) / count, perSecond: count / seconds }
}

for (const one of cases) await takeTurns(one, warmUp, 0)
const taken = new Map(cases.map((one) => [one, [] as Taken[]]))
for (let round = 0; round < rounds; round++) for (const one of cases) taken.get(one)?.push(await measure(one, round * turns))

const inTheEnd = memory()
const resident = Object.keys(servers).map(
  (name, at) => `| ${name} | ${[atStart, inTheEnd].map((all) => all[at]?.toFixed(0)).join(' | ')} |`
)
process.stdout.write(
  [
    `${String(utterances.length)} utterances, ${String(rounds)} rounds of ${String(turns)} turns`,
    '',
    writeTable(cases, taken),
    '',
    '| server | resident MB after the start | in the end |',
    '| --- | --- | --- |',
    ...resident,
    ''
  ].join('\n')
)
await end()
