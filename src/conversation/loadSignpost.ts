import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestIntents } from '../knowledge/digestIntents.js'
import { KnowledgeFaults } from '../knowledge/Faults.js'
import { loadKnowledge, type Knowledge } from '../knowledge/loadKnowledge.js'
import type { Hint } from '../knowledge/records/intents.js'
import type { LanguageIntent } from '../knowledge/records/language.js'
import type { Settings } from '../knowledge/records/settings.js'
import type { Words } from '../knowledge/records/words.js'
import { createRepair } from '../language/createRepair.js'
import { unpackModels } from '../language/modelFile.js'
import { createNormalise, type Normalise } from '../language/normalise.js'
import { compilePatterns, tells } from '../language/patterns.js'
import { createTriage, type AssessDanger, type DangerRule } from '../triage/createTriage.js'
import { createWordNet, type WordNetLogit } from '../triage/wordNet.js'
import { unpackWordNet } from '../triage/wordNetFile.js'
import type { AudienceRule } from '../understanding/createFindAudience.js'
import { createFindLanguage } from '../understanding/createFindLanguage.js'
import { createSoundAlike } from '../understanding/createSoundAlike.js'
import { createReader, type Reader } from '../understanding/createReader.js'
import { createOffer, type MakeOffer } from './createOffer.js'
import { createReadTapped } from './createReadTapped.js'
import { createRespond, type Respond } from './createRespond.js'
import { createSay, type Say } from './createSay.js'
import type { Voice } from './Context.js'

/** What the running program needs of intents/ beside the models. */
export interface Rules {
  readonly dangers: Readonly<Record<string, DangerRule>>
  readonly audiences: Readonly<Record<string, AudienceRule>>
  readonly hints: Readonly<Record<string, Hint>>
  readonly languages: Readonly<Record<string, LanguageIntent>>
  readonly words: Words
  readonly settings: Settings
  /** Words that people use. */
  readonly vocabulary: readonly string[]
}

/** The whole product without a channel. */
export interface Signpost {
  readonly respond: Respond
  readonly knowledge: Knowledge
  readonly say: Say
  readonly makeOffer: MakeOffer
  readonly normalise: Normalise
  readonly assessDanger: AssessDanger
  readonly reader: Reader
}

/**
 * Loads knowledge, rules and models below `root` and puts the product together.
 * @throws KnowledgeFaults when the knowledge has faults, or when the models are missing or were made from other data.
 */
export function loadSignpost(root: string): Signpost {
  const knowledge = loadKnowledge(root)
  const { rules, models } = loadModels(root)
  const net = loadNet(root)
  const normalise = createNormalise(rules.words)
  const repair = createRepair(rules.vocabulary, rules.words.contractions, createSoundAlike(rules.vocabulary))
  const say = createSay(knowledge.replies)
  const answers = new Map([...knowledge.facts, ...knowledge.guidance])
  const assessDanger = createTriage({
    dangers: rules.dangers,
    lists: rules.words.lists,
    thresholds: rules.settings.triage,
    alarm: models.linear('alarm'),
    repair,
    ...(net !== undefined && { net }),
    kind: models.linear('kind')
  })
  const reader = createReader({
    normalise,
    answers,
    services: knowledge.services,
    topics: knowledge.topics,
    localities: knowledge.localities,
    audiences: rules.audiences,
    lists: rules.words.lists,
    places: rules.words.places,
    names: rules.words.names,
    vocabulary: new Set(rules.vocabulary),
    repair,
    settings: rules.settings.understanding,
    intent: models.thin('intent'),
    answer: models.thin('answer')
  })
  const voice: Voice = {
    knowledge,
    dangers: rules.dangers,
    answers,
    settings: rules.settings,
    say,
    makeOffer: createOffer(knowledge, say),
    hints: createHints(rules)
  }
  const respond = createRespond({
    ...voice,
    normalise,
    assessDanger,
    reader,
    readTapped: createReadTapped(normalise, say),
    findLanguage: createFindLanguage(rules.languages, normalise)
  })
  return { respond, knowledge, say, makeOffer: voice.makeOffer, normalise, assessDanger, reader }
}

function loadModels(root: string) {
  const [rulesFile, modelsFile] = [join(root, 'models/rules.json'), join(root, 'models/signpost.models')]
  if (!existsSync(rulesFile) || !existsSync(modelsFile))
    throw new KnowledgeFaults(['models/: the models are not built yet; run npm run build'])
  const { madeFrom, linear, thin } = unpackModels(readFileSync(modelsFile))
  if (madeFrom !== digestIntents(root))
    throw new KnowledgeFaults(['models/: intents/ or the questions have changed since the models were built; run npm run build'])
  const named =
    <T>(models: Readonly<Record<string, T>>) =>
    (name: string): T => {
      const model = models[name]
      if (model === undefined) throw new KnowledgeFaults([`models/signpost.models: the model "${name}" is missing; run npm run build`])
      return model
    }
  return { rules: JSON.parse(readFileSync(rulesFile, 'utf8')) as Rules, models: { linear: named(linear), thin: named(thin) } }
}

/** The net beside the linear model of triage; an area of its own may do without. */
function loadNet(root: string): WordNetLogit | undefined {
  const file = join(root, 'intents/net/alarm.net')
  return existsSync(file) ? createWordNet(unpackWordNet(readFileSync(file))) : undefined
}

function createHints({ hints, words }: Rules): Voice['hints'] {
  const compiled = new Map(
    Object.entries(hints).map(([id, { phrases, nearMisses }]) => [
      id,
      { phrases: compilePatterns(phrases, words.lists), nearMisses: compilePatterns(nearMisses, words.lists) }
    ])
  )
  return (id, said) => {
    const hint = compiled.get(id)
    return hint !== undefined && tells(hint.phrases, hint.nearMisses, said)
  }
}
