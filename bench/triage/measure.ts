import { readFileSync } from 'node:fs'
import { dangerExamples } from '../../src/curation/examples.js'
import { trainAlarm } from '../../src/curation/trainModels.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { margins } from '../../src/language/linearModel.js'
import { createNormalise } from '../../src/language/normalise.js'
import { createWordNet } from '../../src/triage/wordNet.js'
import { unpackWordNet } from '../../src/triage/wordNetFile.js'
import { option } from './option.js'

/** `npx tsx bench/triage/measure.ts --net FILE`: microseconds a message of 200 characters, SVM against net, in turns. */
const characters = 200
const rounds = 20
const intents = loadIntents(areaRoot())
const examples = dangerExamples(intents, createNormalise(intents.words))
const alarm = trainAlarm(examples)
const before = performance.now()
const logit = createWordNet(unpackWordNet(readFileSync(option('--net'))))
const loaded = performance.now() - before
const long = examples.map((e) => e.words.join(' ')).join(' ')
const known = Array.from({ length: 500 }, (_, i) => long.slice(i * 1_999, i * 1_999 + characters).split(' '))
const unknown = known.map((words) => words.map((w) => `${w}qx`))

process.stdout.write(`net read in ${loaded.toFixed(0)} ms\n`)
const runs = {
  'SVM margins': timer(known, (w) => margins(alarm, w)),
  'net, known words': timer(known, logit),
  'net, unknown words': timer(unknown, logit)
}
for (let round = 0; round < rounds; round++) for (const { run } of Object.values(runs)) run(round > rounds / 4)
for (const [name, { times }] of Object.entries(runs)) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] ?? NaN).toFixed(0)
  process.stdout.write(`${name}: p50 ${at(0.5)} us, p99 ${at(0.99)} us\n`)
}

function timer(messages: readonly string[][], read: (words: readonly string[]) => unknown) {
  const times: number[] = []
  const run = (keep: boolean): void => {
    for (const words of messages) {
      const from = performance.now()
      read(words)
      if (keep) times.push(1_000 * (performance.now() - from))
    }
  }
  return { times, run }
}
