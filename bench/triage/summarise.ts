import { readFileSync, writeFileSync } from 'node:fs'
import type { MeasuredTriage } from '../../src/curation/measuredTriage.js'
import { digestExamples } from '../../src/curation/examples.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { option } from '../option.js'
import { combined, recallRows, thresholdRows } from './report.js'
import { percent, scored, type Scored } from './scores.js'

/**
 * `npx tsx bench/triage/summarise.ts --scores FILE --out intents/net/measured.json`: Markdown tables of what validate.ts scored, and
 * for `npm run dangers:table` how much of each danger, and of each kind of near miss, triage finds at the thresholds of intents/settings.yaml.
 */
const intents = loadIntents(areaRoot())
const { netWeight, emergency, check } = intents.settings.triage
const all = readFileSync(option('--scores'), 'utf8')
  .split('\n')
  .map((line) => scored.parse(JSON.parse(line)))
const voices = [...new Set(all.filter((s) => s.kind === 'danger').map((s) => s.voice))]
const score = combined(netWeight)
const leads = (s: Scored): boolean => s.rules === 'emergency' || score(s) >= emergency
const asks = (s: Scored): boolean => leads(s) || s.rules === 'check' || score(s) >= check
const share = (of: readonly Scored[], is: (s: Scored) => boolean): number => of.filter(is).length / Math.max(1, of.length)
const measured: MeasuredTriage = { madeFrom: digestExamples(intents), dangers: byName('danger'), nearMisses: byName('near-miss') }
writeFileSync(option('--out'), `${JSON.stringify(measured, null, 2)}\n`)

const sections = {
  'Model alone, all authors': [...recallRows('pooled', all), ...thresholdRows(all, netWeight)],
  'With patterns, by author': voices.map((voice) => {
    const of = (kind: Scored['kind']): Scored[] => all.filter((s) => s.voice === voice && s.kind === kind)
    return `| ${voice} | ${both(of('danger'))} | ${both(of('near-miss'))} |`
  }),
  'With patterns, all': (['danger', 'near-miss', 'routing'] as const).map(
    (kind) => `| ${kind} | ${both(all.filter((s) => s.kind === kind))} |`
  ),
  'With patterns, by kind': [...Object.entries(measured.dangers), ...Object.entries(measured.nearMisses)].map(
    ([name, of]) => `| ${name} | ${String(of.examples)} | ${percent(of.emergency)} | ${percent(of.emergencyOrCheck)} |`
  )
}
for (const [title, rows] of Object.entries(sections)) process.stdout.write(`## ${title}\n\n${rows.join('\n')}\n\n`)

function both(of: readonly Scored[]): string {
  return `${percent(share(of, leads))} | ${percent(share(of, asks))}`
}

function byName(kind: Scored['kind']): MeasuredTriage['dangers'] {
  const names = [...new Set(all.filter((s) => s.kind === kind).map((s) => s.of))].sort()
  return Object.fromEntries(
    names.map((name) => {
      const of = all.filter((s) => s.kind === kind && s.of === name)
      return [name, { examples: of.length, emergency: share(of, leads), emergencyOrCheck: share(of, asks) }]
    })
  )
}
