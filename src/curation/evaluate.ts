import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { answerLine } from '../channels/cli/batch.js'
import { loadSignpost, type Signpost } from '../conversation/loadSignpost.js'
import type { Reply } from '../conversation/Reply.js'
import { areaRoot } from '../knowledge/areaRoot.js'
import { reportFaults } from './reportFaults.js'

const expectation = z.looseObject({
  expect: z.string(),
  route: z.looseObject({ topic: z.string(), audience: z.string(), locality: z.string() }).optional(),
  must_signpost_any: z.array(z.string()).default([]),
  must_include_any: z.array(z.string()).default([]),
  should_not: z.array(z.string()).default([]),
  must_do_any: z.array(z.string()).default([])
})
type Expectation = z.infer<typeof expectation>

const row = expectation.partial({ expect: true }).extend({
  id: z.string(),
  text: z.string().optional(),
  family: z.string().optional(),
  subtle: z.boolean().optional(),
  pair_of: z.string().optional(),
  answers_any: z.array(z.string()).default([]),
  answers_all: z.array(z.string()).default([]),
  turns: z.array(expectation.extend({ user: z.string() })).optional()
})
type Row = z.infer<typeof row>
type Keys = Readonly<Record<string, readonly string[]>>

interface Judged {
  readonly row: Row
  readonly replies: readonly Reply[]
  readonly faults: readonly string[]
}

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

function judge(r: Row, { respond, say }: Signpost, keys: Keys, at: Date): Judged {
  const said = r.turns?.map((turn) => turn.user) ?? [r.text ?? '']
  const result = answerLine(JSON.stringify({ id: r.id, turns: said, at: at.toISOString() }), respond, () => at)
  const replies = 'replies' in result ? result.replies : []
  const turns: readonly (Expectation | Row)[] = r.turns ?? [r]
  const unknown = [say('answers.not-in-articles'), say('answers.not-today'), say('answers.not-known-nearest')]
  return {
    row: r,
    replies,
    faults: turns.flatMap((turn, i) =>
      faultsOf(turn, r, replies[i], keys, unknown).map((fault) => (r.turns === undefined ? fault : `turn ${String(i + 1)}: ${fault}`))
    )
  }
}

function faultsOf(turn: Expectation | Row, r: Row, reply: Reply | undefined, keys: Keys, unknown: readonly string[]): string[] {
  if (reply === undefined) return ['no reply']
  const first = firstServices(reply)
  const named = (key: string): readonly string[] => keys[key] ?? [key.replaceAll('_', '-')]
  const text = reply.text.toLowerCase()
  const shown = `kind ${reply.kind}, topic ${reply.topic ?? '-'}, ask ${reply.ask ?? '-'}, first ${first.join('|') || '-'}`
  const faults = [
    turn.expect === 'emergency' && reply.kind !== 'emergency' && `no emergency lead (${shown})`,
    turn.expect !== 'emergency' &&
      (turn.should_not.includes('emergency_lead') || turn.expect === 'not_emergency') &&
      reply.kind === 'emergency' &&
      `false alarm (${shown})`,
    turn.expect !== 'emergency' &&
      turn.must_signpost_any.length > 0 &&
      !turn.must_signpost_any.some((key) => named(key).some((id) => first.includes(id))) &&
      `first contact (${shown}), wanted ${turn.must_signpost_any.join('|')}`,
    ...turn.should_not
      .filter((s) => s.startsWith('first:'))
      .map((s) => first.length > 0 && first.every((id) => named(s.slice(6)).includes(id)) && `must not be first: ${s.slice(6)}`),
    turn.must_include_any.length > 0 &&
      !turn.must_include_any.some((s) => text.includes(s.toLowerCase())) &&
      `text lacks ${turn.must_include_any.join('|')}`,
    turn.expect === 'article_fact' &&
      r.answers_any.length > 0 &&
      !r.answers_any.some((s) => text.includes(s.toLowerCase())) &&
      `fact lacks ${r.answers_any.join('|')}: ${reply.text.slice(0, 140)}`,
    turn.expect === 'article_fact' &&
      !r.answers_all.every((s) => text.includes(s.toLowerCase())) &&
      `fact lacks all of ${r.answers_all.join('|')}`,
    turn.expect === 'not_in_articles' &&
      !unknown.some((sentence) => reply.text.includes(sentence)) &&
      `does not say that it is not known: ${reply.text.slice(0, 140)}`
  ]
  return faults.filter((fault) => typeof fault === 'string')
}

/** The first service, or all that stand first as equals. */
function firstServices({ services }: Reply): string[] {
  const [first] = services
  return services.filter((s) => s.id === first?.id || (first?.group !== undefined && s.group === first.group)).map((s) => s.id)
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
