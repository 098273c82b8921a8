import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSignpost } from '../../src/conversation/loadSignpost.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { readThin } from '../../src/language/thinModel.js'
import { unpackModels } from '../../src/language/modelFile.js'
import { unpackWordNet } from '../../src/triage/wordNetFile.js'
import { quantile } from '../quantile.js'

/**
 * `npx tsx bench/intents/measure.ts` (after `npm run build`): microseconds a message of tests/utterances for reading it and for a whole turn,
 * taken in turns, and as a multiple of the time that normalising takes in the same run; and what loading the models costs.
 */
const rounds = 20
const root = areaRoot()
const at = new Date('2026-11-24T10:30:00Z')

const before = process.memoryUsage().rss
const from = performance.now()
const { linear, thin } = unpackModels(readFileSync(join(root, 'models/signpost.models')))
const net = unpackWordNet(readFileSync(join(root, 'intents/net/alarm.net')))
const loaded = `${(performance.now() - from).toFixed(0)} ms, ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`
const intent = thin['intent']
if (intent === undefined || Object.keys(linear).length === 0 || net.rows.length === 0)
  throw new Error('Models are missing; run npm run build.')

const { normalise, assessDanger, reader, respond } = loadSignpost(root)
const messages = ['routing/routing', 'understanding/routing']
  .flatMap((name) =>
    readFileSync(join(root, `tests/utterances/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
  )
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .map((text) => ({ text, words: normalise(text) }))
type Message = (typeof messages)[number]

const baseline = 'normalise (baseline)'
const runs: Record<string, (message: Message) => unknown> = {
  [baseline]: ({ text }) => normalise(text),
  'ask, topic and audience (one model)': ({ words }) => readThin(intent, words),
  'reader.read: all that is understood': ({ text, words }) => reader.read(text, words, false),
  assessDanger: ({ words }) => assessDanger(words),
  'respond: a whole turn': ({ text }) => respond({ utterance: text, at }, {})
}
const times = new Map(Object.keys(runs).map((name) => [name, [] as number[]]))
for (let round = 0; round < rounds; round++)
  for (const [name, run] of Object.entries(runs))
    for (const message of messages) {
      const start = performance.now()
      run(message)
      if (round > rounds / 4) times.get(name)?.push(1_000 * (performance.now() - start))
    }

const micros = (name: string, share: number): number => quantile(times.get(name) ?? [], share)
const rows = Object.keys(runs).map(
  (name) =>
    `| ${name} | ${micros(name, 0.5).toFixed(0)} | ${micros(name, 0.99).toFixed(0)} | ${(micros(name, 0.5) / micros(baseline, 0.5)).toFixed(1)} |`
)
process.stdout.write(
  [
    `${String(messages.length)} messages; all models loaded in ${loaded}`,
    '',
    '| | p50 us | p99 us | p50 as a multiple of normalising |',
    '| --- | --- | --- | --- |',
    ...rows,
    ''
  ].join('\n')
)
