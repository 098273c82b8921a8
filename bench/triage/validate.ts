import { writeFileSync } from 'node:fs'
import { dangerExamples, type DangerExample } from '../../src/curation/examples.js'
import { trainAlarm } from '../../src/curation/trainModels.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { margins } from '../../src/language/linearModel.js'
import { createNormalise } from '../../src/language/normalise.js'
import { createRules } from '../../src/triage/createRules.js'
import { checksOf } from '../../src/triage/createTriage.js'
import { createWordNet } from '../../src/triage/wordNet.js'
import { option } from '../option.js'
import { readVectors, type Vectors } from './readVectors.js'
import type { Scored } from './scores.js'
import { netSettings, trainNet } from './trainNet.js'

const [folds, routingVoice] = [6, 'K']

/**
 * `npx tsx bench/triage/validate.ts --vectors PATH --scores FILE`: leaves out a sixth of the authors at a time, and the routing author K
 * every time; trains both halves on the rest and judges what was left out by the served code. `summarise.ts` reads the scores.
 */
const intents = loadIntents(areaRoot())
const examples = dangerExamples(intents, createNormalise(intents.words)).filter((e) => e.words.length > 0)
const dangers = Object.fromEntries(intents.dangers)
const matchRules = createRules(dangers, intents.words.lists)
const matchChecks = createRules(checksOf(dangers), intents.words.lists)
const voices = [...new Set(examples.filter((e) => e.danger !== undefined).map((e) => e.voice))].sort()
const vectors = readVectors(option('--vectors'))
const scored = Array.from({ length: folds }, (_, fold) => judge(new Set(voices.filter((_voice, i) => i % folds === fold)), vectors)).flat()
writeFileSync(option('--scores'), scored.map((s) => JSON.stringify(s)).join('\n'))

function judge(leftOut: ReadonlySet<string>, from: Vectors): Scored[] {
  const left = (e: DangerExample): boolean => leftOut.has(e.voice) || e.voice === routingVoice
  const rest = examples.filter((e) => !left(e))
  const alarm = trainAlarm(rest)
  const logit = createWordNet(trainNet(rest, from, netSettings, ''))
  process.stderr.write(`${[...leftOut].join(' ')} left out\n`)
  return examples.filter(left).map(({ words, danger, nearMiss, voice }) => ({
    voice,
    kind: danger !== undefined ? 'danger' : nearMiss !== undefined ? 'near-miss' : 'routing',
    of: danger ?? nearMiss ?? 'routing',
    svm: margins(alarm, words)[0] ?? 0,
    net: logit(words),
    rules: matchRules(words).length > 0 ? 'emergency' : matchChecks(words).length > 0 ? 'check' : 'none'
  }))
}
