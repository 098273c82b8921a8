interface NaturalClassifier {
  addDocument(text: string, label: string): void
  train(): void
  /** Best first. */
  getClassifications(text: string): { label: string; value: number }[]
}
interface NaturalClassifierClass {
  new (): NaturalClassifier
  restore(saved: unknown): NaturalClassifier
}
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  const BayesClassifier: NaturalClassifierClass
  export default BayesClassifier
}
declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  const LogisticRegressionClassifier: NaturalClassifierClass
  export default LogisticRegressionClassifier
}
