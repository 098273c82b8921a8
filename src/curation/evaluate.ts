import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadSignpost } from '../conversation/loadSignpost.js'
import { areaRoot } from '../knowledge/areaRoot.js'
import { judge, row, type Judged, type Row } from './judge.js'
import { reportFaults } from './reportFaults.js'

/** `npm run evaluate -- DIR [--misses] [--at ISO]`: runs labelled rows through the code of batch and prints how many are right. */
function main(): void {
  const [directory = '', ...options] = process.argv.slice(2)
  const signpost = loadSignpost(areaRoot())
  const keys = z.record(z.string(), z.array(z.string())).parse(parse(readFileSync(join(areaRoot(), 'tests/evaluation/keys.yaml'), 'utf8')))
  const at = options.includes('--at') ? new Date(options[options.indexOf('--at') + 1] ?? '') : new Date()
  const judged = (name: string): Judged[] => rowsOf(directory, name).map((r) => judge(r, signpost, keys, at))
  const sets = Object.fromEntries(
    ['emergency', 'not_emergency', 'routing', 'article_facts', 'multi_turn', 'adversarial'].map((name) => [name, judged(name)])
  )
  process.stdout.write(`${report(sets).join('\n')}\n`)
  if (options.includes('--misses')) process.stdout.write(`${misses(sets).join('\n')}\n`)
}

function rowsOf(directory: string, name: string): Row[] {
  const path = join(directory, `${name}.jsonl`)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)))
}

function report(sets: Readonly<Record<string, readonly Judged[]>>): string[] {
  const {
    emergency = [],
    not_emergency: calm = [],
    routing = [],
    article_facts: facts = [],
    multi_turn: dialogues = [],
    adversarial = []
  } = sets
  const kind = (wanted: string[]) => (j: Judged) => wanted.includes(j.replies[0]?.kind ?? '')
  const right = (j: Judged): boolean => j.faults.length === 0
  const honest = facts.filter((j) => j.row.expect === 'not_in_articles')
  const known = facts.filter((j) => j.row.expect !== 'not_in_articles')
  const names = [...new Set(routing.map((j) => j.row.route?.topic))]
  const topics = names.map((name) => routing.filter((j) => j.row.route?.topic === name))
  const macro = topics.reduce((sum, rows) => sum + rows.filter(right).length / rows.length, 0) / Math.max(1, topics.length)
  return [
    share('emergencies, lead', emergency, kind(['emergency'])),
    share(
      '  overt',
      emergency.filter((j) => j.row.subtle !== true),
      kind(['emergency'])
    ),
    share(
      '  subtle',
      emergency.filter((j) => j.row.subtle === true),
      kind(['emergency'])
    ),
    share('emergencies, lead or check', emergency, kind(['emergency', 'check'])),
    share('false alarms, hard negatives', calm, kind(['emergency'])),
    share('false alarms, routing', routing, kind(['emergency'])),
    share('checks, hard negatives', calm, kind(['check'])),
    share('checks, routing', routing, kind(['check'])),
    share('hard negatives, reply right', calm, right),
    share('first contact right', routing, right),
    `first contact right, macro over ${String(topics.length)} topics`.padEnd(52) + percent(macro),
    share('article facts', known, right),
    share('honest about what is not in the articles', honest, right),
    share('dialogues, every turn right', dialogues, right),
    share('adversarial', adversarial, right)
  ]
}

function share(name: string, rows: readonly Judged[], holds: (j: Judged) => boolean): string {
  const count = rows.filter(holds).length
  return `${name.padEnd(52)}${percent(rows.length === 0 ? 0 : count / rows.length)}  (${String(count)} of ${String(rows.length)})`
}

const percent = (x: number): string => `${(100 * x).toFixed(1)}%`.padStart(6)

function misses(sets: Readonly<Record<string, readonly Judged[]>>): string[] {
  return Object.entries(sets).flatMap(([name, rows]) => [
    '',
    `${name}:`,
    ...rows
      .filter((j) => j.faults.length > 0)
      .map((j) => `  ${j.row.id} ${JSON.stringify(j.row.text ?? j.row.turns?.map((t) => t.user))}: ${j.faults.join('; ')}`)
  ])
}

reportFaults(main)
