import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dangerExamples } from '../../src/curation/examples.js'
import { trainAlarm } from '../../src/curation/trainModels.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { margins } from '../../src/language/linearModel.js'
import { createNormalise } from '../../src/language/normalise.js'
import { createWordNet } from '../../src/triage/wordNet.js'
import { unpackWordNet } from '../../src/triage/wordNetFile.js'
import { option } from '../option.js'
import { recallRows } from './report.js'
import type { Scored } from './scores.js'

/** `npx tsx bench/triage/sample.ts --net FILE --sample DIR`: both halves on labelled rows of other authors, each `{ "text": ... }`. */
const files = { danger: 'emergency', 'near-miss': 'not_emergency', routing: 'routing' } as const
const intents = loadIntents(areaRoot())
const normalise = createNormalise(intents.words)
const alarm = trainAlarm(dangerExamples(intents, normalise))
const logit = createWordNet(unpackWordNet(readFileSync(option('--net'))))
const directory = option('--sample')
const scored = (['danger', 'near-miss', 'routing'] as const).flatMap((kind) =>
  textsOf(files[kind]).map((text) => score(kind, normalise(text)))
)
process.stdout.write(`${recallRows('sample', scored).join('\n')}\n`)

function score(kind: Scored['kind'], words: readonly string[]): Scored {
  return { voice: 'sample', kind, of: kind, svm: margins(alarm, words)[0] ?? 0, net: logit(words), rules: 'none' }
}

function textsOf(name: string): string[] {
  const lines = readFileSync(join(directory, `${name}.jsonl`), 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text)
}
