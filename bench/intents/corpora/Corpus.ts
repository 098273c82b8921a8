import type { Example } from '../IntentSystem.js'

/** A message of the test half; no label: out of scope. */
export interface TestRow {
  readonly text: string
  readonly label: string | undefined
}

export interface Corpus {
  readonly train: readonly Example[]
  readonly test: readonly TestRow[]
}
