import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import { createNatural } from './createNatural.js'

/** Its values are no probabilities; the best label's share of their sum is. */
export const naturalBayes = createNatural('natural-bayes', BayesClassifier, (ranked) => {
  const sum = ranked.reduce((all, { value }) => all + value, 0)
  return { label: ranked[0]?.label, score: sum > 0 ? (ranked[0]?.value ?? 0) / sum : 0 }
})
