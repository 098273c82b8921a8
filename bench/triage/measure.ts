import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSignpost } from '../../src/conversation/loadSignpost.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { margins } from '../../src/language/linearModel.js'
import { unpackModels } from '../../src/language/modelFile.js'
import { createRules } from '../../src/triage/createRules.js'
import { createWordNet } from '../../src/triage/wordNet.js'
import { unpackWordNet } from '../../src/triage/wordNetFile.js'
import { quantile } from '../quantile.js'

/**
 * `npx tsx bench/triage/measure.ts` (after `npm run build`): microseconds a message of about 200 characters for triage and each of its
 * parts, taken in turns, and as a multiple of the time that normalising the same message takes in the same run.
 */
const [shortest, longest] = [180, 220]
const rounds = 20
const root = areaRoot()
const intents = loadIntents(root)
const { normalise, assessDanger } = loadSignpost(root)
const alarm = unpackModels(readFileSync(join(root, 'models/signpost.models'))).linear['alarm']
if (alarm === undefined) throw new Error('models/signpost.models has no model "alarm"; run npm run build')
const matchRules = createRules(Object.fromEntries(intents.dangers), intents.words.lists)
const logit = createWordNet(unpackWordNet(readFileSync(join(root, 'intents/net/alarm.net'))))
const texts = [...intents.dangers.values(), ...intents.nearMisses.values()]
  .flatMap(({ examples }) => Object.values(examples).flat())
  .filter((text) => text.length >= shortest && text.length <= longest)
const messages = texts.map((text) => ({ text, words: normalise(text), unknown: normalise(text).map((w) => `${w}qx`) }))
type Message = (typeof messages)[number]

const runs: Record<string, (message: Message) => unknown> = {
  'normalise (baseline)': ({ text }) => normalise(text),
  patterns: ({ words }) => matchRules(words),
  'SVM margin': ({ words }) => margins(alarm, words),
  net: ({ words }) => logit(words),
  'net, every word unknown': ({ unknown }) => logit(unknown),
  assessDanger: ({ words }) => assessDanger(words)
}
const times = new Map(Object.keys(runs).map((name) => [name, [] as number[]]))
for (let round = 0; round < rounds; round++)
  for (const [name, run] of Object.entries(runs)) for (const message of messages) time(name, run, message, round > rounds / 4)

const at = (name: string, share: number): number => quantile(times.get(name) ?? [], share)
const baseline = at('normalise (baseline)', 0.5)
process.stdout.write(
  `${String(messages.length)} messages\n\n| | p50 us | p99 us | p50 as a multiple of normalising |\n| --- | --- | --- | --- |\n`
)
for (const name of Object.keys(runs))
  process.stdout.write(
    `| ${name} | ${at(name, 0.5).toFixed(0)} | ${at(name, 0.99).toFixed(0)} | ${(at(name, 0.5) / baseline).toFixed(1)} |\n`
  )

function time(name: string, run: (message: Message) => unknown, message: Message, keep: boolean): void {
  const from = performance.now()
  run(message)
  if (keep) times.get(name)?.push(1_000 * (performance.now() - from))
}
