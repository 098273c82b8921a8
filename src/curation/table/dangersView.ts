import type { Intents } from '../../knowledge/loadIntents.js'
import { createNormalise } from '../../language/normalise.js'
import { createRules } from '../../triage/createRules.js'
import { digestExamples } from '../examples.js'
import type { MeasuredTriage } from '../measuredTriage.js'

/**
 * Every danger with its phrases, near misses, why and source, how many of its examples the phrases find, and how many the whole of triage
 * found in messages by authors whom it had never seen; and the same of the talk that only sounds like danger.
 */
export function dangersView(intents: Intents, measured: MeasuredTriage | undefined) {
  const normalise = createNormalise(intents.words)
  const matchRules = createRules(Object.fromEntries(intents.dangers), intents.words.lists)
  const found = (texts: readonly string[]): number => texts.filter((text) => matchRules(normalise(text)).length > 0).length
  const near = [...intents.nearMisses.values()].flatMap(({ examples }) => Object.values(examples).flat())
  return {
    isOld: measured !== undefined && measured.madeFrom !== digestExamples(intents),
    nearFound: shareOf(found(near), near.length),
    nearCount: near.length,
    dangers: [...intents.dangers].map(([id, danger]) => {
      const examples = Object.values(danger.examples).flat()
      return {
        ...danger,
        id,
        byPhrases: `${String(found(examples))} of ${String(examples.length)} (${shareOf(found(examples), examples.length)})`,
        ...measuredOf(measured?.dangers[id]),
        few: examples.filter((_, at) => at % Math.ceil(examples.length / 8) === 0)
      }
    }),
    nearMisses: [...intents.nearMisses].map(([id, { why }]) => ({ id, why, ...measuredOf(measured?.nearMisses[id]) }))
  }
}

const measuredOf = (measured: MeasuredTriage['dangers'][string] | undefined) =>
  measured && {
    emergency: percent(measured.emergency),
    emergencyOrCheck: percent(measured.emergencyOrCheck),
    measuredOn: measured.examples
  }

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

const shareOf = (count: number, all: number): string => percent(count / Math.max(1, all))
