import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js'
import type { IntentSystem } from '../IntentSystem.js'
import { createNatural } from './createNatural.js'

/** Training takes a minute and a half at 600 lines and grows faster than their square: more need not be tried. */
const most = 600

const plain = createNatural('natural-regression', LogisticRegressionClassifier, ([best]) => ({
  label: best?.label,
  score: best?.value ?? 0
}))

export const naturalRegression: IntentSystem = {
  ...plain,
  train(examples) {
    if (examples.length > most) throw new Error(`Not tried with more than ${String(most)} training lines.`)
    return plain.train(examples)
  }
}
