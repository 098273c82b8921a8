import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadIntents, type Intents } from '../knowledge/loadIntents.js'
import { loadKnowledge } from '../knowledge/loadKnowledge.js'
import type { FeatureSettings } from '../language/features.js'
import { trainLinear, type LinearModel } from '../language/linearModel.js'
import { packModels, type Models } from '../language/modelFile.js'
import { createNormalise } from '../language/normalise.js'
import { trainThin, type ThinSettings } from '../language/thinModel.js'
import type { Rules } from '../conversation/loadSignpost.js'
import { stemWords } from '../understanding/stemWords.js'
import { digestIntents } from '../knowledge/digestIntents.js'
import { withSmallTalk } from './withSmallTalk.js'
import { answerExamples, dangerExamples, intentExamples, type AnswerExample, type DangerExample, type IntentExample } from './examples.js'

const alarmFeatures: FeatureSettings = { words: 3, characters: [3, 5], bits: 19 }
/** How messages are read for ask, topic and audience. */
export const intentFeatures: ThinSettings = { words: 2, characters: [3, 4], bits: 18, tooCommon: 1 / 4, leastSteps: 4 }
const kindFeatures: FeatureSettings = { words: 2, characters: [2, 4], bits: 14 }
const answerFeatures: ThinSettings = { words: 2, characters: [3, 4], bits: 16, tooCommon: 1 / 8, leastSteps: 8 }
/** How every linear model is trained, but for fewer epochs for the answers. */
export const svm = { costs: [1, 1], epochs: 10 } as const

/** Trains every model from intents/ and the questions in knowledge/, and writes them with the rules to models/. Deterministic. */
export function trainModels(root: string): void {
  const intents = loadIntents(root)
  const knowledge = loadKnowledge(root)
  const normalise = createNormalise(intents.words)
  const told = dangerExamples(intents, normalise)
  const said = intentExamples(intents, knowledge, normalise)
  const models = makeModels(told, said, answerExamples(intents, knowledge, normalise))
  const directory = join(root, 'models')
  mkdirSync(directory, { recursive: true })
  writeFileSync(
    join(directory, 'rules.json'),
    JSON.stringify({ ...rulesOf(intents), vocabulary: vocabularyOf([...told, ...said].map((e) => e.words)) } satisfies Rules)
  )
  writeFileSync(join(directory, 'signpost.models'), packModels(models, digestIntents(root)))
}

/** Trains the model that tells danger from all else: the linear half of triage. */
export function trainAlarm(told: readonly DangerExample[]): LinearModel {
  const examples = withSmallTalk(told)
  return trainLinear(
    examples.map((e) => e.words),
    examples.map((e) => (e.danger === undefined ? undefined : 'danger')),
    alarmFeatures,
    svm
  )
}

function makeModels(told: readonly DangerExample[], said: readonly IntentExample[], asked: readonly AnswerExample[]): Models {
  const dangers = told.filter((example) => example.danger !== undefined)
  const kind = trainLinear(
    dangers.map((e) => e.words),
    dangers.map((e) => e.danger),
    kindFeatures,
    svm
  )
  const intent = trainThin(
    said.map((e) => e.words),
    { ask: said.map((e) => e.ask), topic: said.map((e) => e.topic), audience: said.map((e) => e.audience) },
    intentFeatures,
    svm
  )
  const answer = trainThin(
    asked.map((e) => stemWords(e.words)),
    { answer: asked.map((e) => e.answer) },
    answerFeatures,
    { ...svm, epochs: 5 }
  )
  return { linear: { alarm: trainAlarm(told), kind }, thin: { intent, answer } }
}

/** What the running program needs of intents/ beside the models: no example. */
function rulesOf({ dangers, audiences, hints, languages, words, settings }: Intents): Omit<Rules, 'vocabulary'> {
  const bare = Object.fromEntries(
    [...dangers].map(([id, { name, response, topic, phrases, checkPhrases, nearMisses }]) => [
      id,
      { name, response, phrases, checkPhrases, nearMisses, ...(topic !== undefined && { topic }) }
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

/** Every word of two letters or more that stands in at least two utterances or questions, the commonest first. */
export function vocabularyOf(documents: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([word, count]) => count >= 2 && word.length >= 2)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word)
}
