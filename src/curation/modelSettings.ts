import type { FeatureSettings } from '../language/features.js'
import type { ThinSettings } from '../language/thinModel.js'

/** How messages are read for danger. */
export const alarmFeatures: FeatureSettings = { words: 3, characters: [3, 5], bits: 19 }
/** How messages are read for ask, topic and audience. */
export const intentFeatures: ThinSettings = { words: 2, characters: [3, 4], bits: 18, tooCommon: 1 / 4, leastSteps: 4 }
/** How messages are read for which danger. */
export const kindFeatures: FeatureSettings = { words: 2, characters: [2, 4], bits: 14 }
/** How questions are read for the answer, in stems. */
export const answerFeatures: ThinSettings = { words: 2, characters: [3, 4], bits: 16, tooCommon: 1 / 8, leastSteps: 8 }
/** How every linear model is trained, but for fewer epochs for the answers. */
export const svm = { costs: [1, 1], epochs: 10 } as const
