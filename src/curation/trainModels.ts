import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadIntents, type Intents } from '../knowledge/loadIntents.js'
import { loadKnowledge } from '../knowledge/loadKnowledge.js'
import { trainLinear, type LinearModel } from '../language/linearModel.js'
import { packModels, type Models } from '../language/modelFile.js'
import { createNormalise } from '../language/normalise.js'
import { trainThin } from '../language/thinModel.js'
import type { Rules } from '../conversation/loadSignpost.js'
import { stemWords } from '../understanding/stemWords.js'
import { digestIntents } from '../knowledge/digestIntents.js'
import { withSmallTalk } from './withSmallTalk.js'
import { alarmFeatures, answerFeatures, intentFeatures, kindFeatures, svm } from './modelSettings.js'
import { vocabularyOf } from './vocabularyOf.js'
import { answerExamples, dangerExamples, intentExamples, type AnswerExample, type DangerExample, type IntentExample } from './examples.js'

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
