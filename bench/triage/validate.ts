import { writeFileSync } from 'node:fs'
import { dangerExamples, type DangerExample } from '../../src/curation/examples.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { margins } from '../../src/language/linearModel.js'
import { createNormalise } from '../../src/language/normalise.js'
import { createWordNet } from '../../src/triage/wordNet.js'
import { option } from './option.js'
import { readVectors, type Vectors } from './readVectors.js'
import { recallRows, thresholdRows } from './report.js'
import type { Scored } from './scores.js'
import { trainAlarm } from './trainAlarm.js'
import { netSettings, trainNet } from './trainNet.js'

const routingVoice = 'K'

/**
 * `npx tsx bench/triage/validate.ts --vectors PATH --scores FILE`: leaves out one author of dangers at a time, and the routing author K
 * every time; trains both halves on the rest, judges what was left out by the served code, and prints Markdown tables.
 */
const intents = loadIntents(areaRoot())
const examples = dangerExamples(intents, createNormalise(intents.words)).filter((e) => e.words.length > 0)
const voices = [...new Set(examples.filter((e) => e.danger !== undefined).map((e) => e.voice))].sort()
const vectors = readVectors(option('--vectors'))
const scored: Scored[] = []
for (const voice of voices) {
  const of = judge(voice, vectors)
  scored.push(...of)
  process.stdout.write(`${recallRows(voice, of).join('\n')}\n`)
}
process.stdout.write(`${recallRows('pooled', scored).join('\n')}\n\n${thresholdRows(scored, 0.3).join('\n')}\n`)
writeFileSync(option('--scores'), scored.map((s) => JSON.stringify(s)).join('\n'))

function judge(voice: string, from: Vectors): Scored[] {
  const left = (e: DangerExample): boolean => e.voice === voice || e.voice === routingVoice
  const rest = examples.filter((e) => !left(e))
  const alarm = trainAlarm(rest)
  const logit = createWordNet(trainNet(rest, from, netSettings, ''))
  return examples.filter(left).map(({ words, danger, voice: by }) => ({
    voice,
    kind: danger !== undefined ? 'danger' : by === routingVoice ? 'routing' : 'near-miss',
    svm: margins(alarm, words)[0] ?? 0,
    net: logit(words)
  }))
}
