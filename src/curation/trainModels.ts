import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadIntents, type Intents } from '../knowledge/loadIntents.js'
import { loadKnowledge, type Knowledge } from '../knowledge/loadKnowledge.js'
import type { FeatureSettings } from '../language/features.js'
import { trainLinear, type LinearModel } from '../language/linearModel.js'
import { packModels } from '../language/modelFile.js'
import { createNormalise } from '../language/normalise.js'
import type { Rules } from '../conversation/loadSignpost.js'
import { digestIntents } from '../knowledge/digestIntents.js'
import { dangerExamples, intentExamples } from './examples.js'

const alarmFeatures: FeatureSettings = { words: 2, characters: [3, 5], bits: 18 }
const intentFeatures: FeatureSettings = { words: 2, characters: [2, 4], bits: 16 }
const svm = { costs: [1, 1], epochs: 10 } as const

/** Trains every model from intents/ and the questions in knowledge/, and writes them with the rules to models/. Deterministic. */
export function trainModels(root: string): void {
  const intents = loadIntents(root)
  const models = makeModels(intents, loadKnowledge(root))
  const directory = join(root, 'models')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'rules.json'), JSON.stringify(rulesOf(intents)))
  writeFileSync(join(directory, 'signpost.models'), packModels(models, digestIntents(root)))
}

function makeModels(intents: Intents, knowledge: Knowledge): Record<string, LinearModel> {
  const normalise = createNormalise(intents.words)
  const told = dangerExamples(intents, normalise)
  const said = intentExamples(intents, knowledge, normalise)
  const dangers = told.filter((example) => example.danger !== undefined)
  const train = <T extends { words: readonly string[] }>(
    examples: readonly T[],
    label: (e: T) => string | undefined,
    features: FeatureSettings
  ): LinearModel =>
    trainLinear(
      examples.map((e) => e.words),
      examples.map(label),
      features,
      svm
    )
  return {
    alarm: train(told, (e) => (e.danger === undefined ? undefined : 'danger'), alarmFeatures),
    kind: train(dangers, (e) => e.danger, intentFeatures),
    ask: train(said, (e) => e.ask, intentFeatures),
    topic: train(
      said.filter((e) => e.topic !== undefined),
      (e) => e.topic,
      intentFeatures
    ),
    audience: train(
      said.filter((e) => e.audience !== undefined),
      (e) => e.audience,
      intentFeatures
    )
  }
}

/** What the running program needs of intents/ beside the models: no example. */
function rulesOf({ dangers, audiences, hints, languages, words, settings }: Intents): Rules {
  const bare = Object.fromEntries(
    [...dangers].map(([id, { name, response, topic, phrases, nearMisses }]) => [
      id,
      { name, response, phrases, nearMisses, ...(topic !== undefined && { topic }) }
    ])
  )
  return {
    dangers: bare,
    audiences: Object.fromEntries(audiences),
    hints: Object.fromEntries(hints),
    languages: Object.fromEntries(languages),
    words,
    settings
  }
}
