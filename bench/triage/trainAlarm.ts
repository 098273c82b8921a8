import type { DangerExample } from '../../src/curation/examples.js'
import { trainLinear, type LinearModel } from '../../src/language/linearModel.js'

/** The model `alarm` as src/curation/trainModels.ts trains it; keep the two alike. */
export function trainAlarm(examples: readonly DangerExample[]): LinearModel {
  return trainLinear(
    examples.map((e) => e.words),
    examples.map((e) => (e.danger === undefined ? undefined : 'danger')),
    { words: 2, characters: [3, 5], bits: 18 },
    { costs: [1, 1], epochs: 10 }
  )
}
