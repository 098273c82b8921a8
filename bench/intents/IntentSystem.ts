/** A training line. */
export interface Example {
  readonly text: string
  readonly label: string
}

/** What a system makes of a message; a higher score means surer. No label when it finds nothing. */
export interface Verdict {
  readonly label: string | undefined
  readonly score: number
}

export type Classify = (text: string) => Verdict | Promise<Verdict>

export interface Trained {
  readonly classify: Classify
  /** Writes what `load` needs into an empty directory. */
  save(directory: string): void
}

/** A way of naming the intent of a message. Every system of the comparison is one of these. */
export interface IntentSystem {
  readonly name: string
  /** Reads what training needs beside the lines; its time does not count. */
  prepare?(): Promise<void>
  train(examples: readonly Example[]): Trained | Promise<Trained>
  /** Makes the classifier from what `save` wrote, without training. */
  load(directory: string): Classify | Promise<Classify>
}
