import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IntentSystem, Verdict } from '../IntentSystem.js'

type Read = (ranked: readonly { label: string; value: number }[]) => Verdict

/** A classifier of `natural` as it comes: its own tokeniser, stop words and Porter stems. `read` makes a verdict of its ranked labels. */
export function createNatural(name: string, Classifier: NaturalClassifierClass, read: Read): IntentSystem {
  const file = (directory: string): string => join(directory, 'natural.json')
  return {
    name,
    train(examples) {
      const classifier = new Classifier()
      for (const { text, label } of examples) classifier.addDocument(text, label)
      classifier.train()
      return {
        classify: (text) => read(classifier.getClassifications(text)),
        save: (directory) => {
          writeFileSync(file(directory), JSON.stringify(classifier))
        }
      }
    },
    load(directory) {
      const classifier = Classifier.restore(JSON.parse(readFileSync(file(directory), 'utf8')))
      return (text) => read(classifier.getClassifications(text))
    }
  }
}
