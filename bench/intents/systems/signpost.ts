import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRepair } from '../../../src/language/createRepair.js'
import { packModels, unpackModels } from '../../../src/language/modelFile.js'
import { headOf, readThin, trainThin, type ThinModel } from '../../../src/language/thinModel.js'
import { createNormalise, type Spelling } from '../../../src/language/normalise.js'
import type { Classify, IntentSystem } from '../IntentSystem.js'
import { intentFeatures, svm } from '../../../src/curation/modelSettings.js'
import { vocabularyOf } from '../../../src/curation/vocabularyOf.js'
import { createSoundAlike } from '../../../src/understanding/createSoundAlike.js'

interface Rules {
  readonly spelling: Spelling
  readonly vocabulary: readonly string[]
}

let spelling: Spelling | undefined

/**
 * The product's classifier of asks, topics and audiences, from the message as it was typed to the label of the highest
 * margin. The score that it is in scope: that margin and the share of n-grams that training has seen. */
export const signpost: IntentSystem = {
  name: 'signpost',
  /** Only training reads intents/, as in the product: a start needs neither its YAML nor its checks. */
  async prepare() {
    const { loadIntents } = await import('../../../src/knowledge/loadIntents.js')
    const { areaRoot } = await import('../../../src/knowledge/areaRoot.js')
    spelling = loadIntents(areaRoot()).words
  },
  train(examples) {
    if (spelling === undefined) throw new Error('Prepare first.')
    const documents = examples.map((e) => e.text).map(createNormalise(spelling))
    const labels = examples.map((e) => e.label)
    const model = trainThin(documents, { intent: labels }, intentFeatures, svm)
    const rules: Rules = { spelling, vocabulary: vocabularyOf(documents) }
    return {
      classify: createClassify(rules, model),
      save(directory) {
        writeFileSync(join(directory, 'rules.json'), JSON.stringify(rules))
        writeFileSync(join(directory, 'intents.models'), packModels({ linear: {}, thin: { model } }, 'bench'))
      }
    }
  },
  load(directory) {
    const rules = JSON.parse(readFileSync(join(directory, 'rules.json'), 'utf8')) as Rules
    const { model } = unpackModels(readFileSync(join(directory, 'intents.models'))).thin
    if (model === undefined) throw new Error('No model in the file.')
    return createClassify(rules, model)
  }
}

function createClassify({ spelling, vocabulary }: Rules, model: ThinModel): Classify {
  const normalise = createNormalise(spelling)
  const repair = createRepair(vocabulary, spelling.contractions, createSoundAlike(vocabulary))
  const { labels } = headOf(model, 'intent')
  return (text) => {
    const { margins: all, familiar } = readThin(model, repair(normalise(text)))
    let best = 0
    for (let at = 1; at < all.length; at++) if ((all[at] ?? 0) > (all[best] ?? 0)) best = at
    return { label: labels[best], score: (all[best] ?? 0) + familiar }
  }
}
