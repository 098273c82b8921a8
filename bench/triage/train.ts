import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { dangerExamples, digestExamples } from '../../src/curation/examples.js'
import { reportFaults } from '../../src/curation/reportFaults.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { createNormalise } from '../../src/language/normalise.js'
import { packWordNet } from '../../src/triage/wordNetFile.js'
import { option } from '../option.js'
import { readVectors } from './readVectors.js'
import { netSettings, trainNet } from './trainNet.js'

/** `npx tsx bench/triage/train.ts --vectors PATH --out intents/net/alarm.net`: trains the net that triage ships with. */
reportFaults(() => {
  const root = areaRoot()
  const intents = loadIntents(root)
  const madeFrom = digestExamples(intents)
  const net = trainNet(dangerExamples(intents, createNormalise(intents.words)), readVectors(option('--vectors')), netSettings, madeFrom)
  const out = option('--out')
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, packWordNet(net))
})
