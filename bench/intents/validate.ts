import { intentExamples, type IntentExample } from '../../src/curation/examples.js'
import { intentFeatures, svm } from '../../src/curation/modelSettings.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'
import { createNormalise } from '../../src/language/normalise.js'
import { headOf, readThin, trainThin, type Head } from '../../src/language/thinModel.js'
import { looksOutside } from '../../src/understanding/looksOutside.js'
import { shares } from '../../src/understanding/shares.js'
import { calibrationError, type Guess } from './calibrationError.js'

/**
 * `npx tsx bench/intents/validate.ts`: asks and topics of our own data with a quarter of the authors left out of training at a time (four
 * minutes): how many are read rightly, how true the shares are at several sharpnesses, and what is told to be out of scope.
 */
const folds = 4
/** An author of fewer lines wrote near misses, not what people ask. */
const fewest = 500

const root = areaRoot()
const [intents, knowledge] = [loadIntents(root), loadKnowledge(root)]
const { understanding } = intents.settings
const said = intentExamples(intents, knowledge, createNormalise(intents.words)).filter((e) => e.words.length > 0)
const voices = [...new Set(said.map((e) => e.voice))].filter((v) => v !== 'knowledge' && said.filter((e) => e.voice === v).length >= fewest)

interface Judged {
  readonly example: IntentExample
  readonly margins: Float64Array
}
const heads = { ask: understanding.sharpness.ask, topic: understanding.sharpness.topic } as const
const less = { none: understanding.noTopic }
const judged = Array.from({ length: folds }, (_, fold) => judge(new Set(voices.sort().filter((_voice, i) => i % folds === fold))))
process.stdout.write(`${report().join('\n')}\n`)

function judge(leftOut: ReadonlySet<string>): { judged: Judged[]; headOf: (name: string) => Head } {
  const rest = said.filter((e) => !leftOut.has(e.voice))
  const targets = { ask: rest.map((e) => e.ask), topic: rest.map((e) => e.topic) }
  const model = trainThin(
    rest.map((e) => e.words),
    targets,
    intentFeatures,
    svm
  )
  process.stderr.write(`${[...leftOut].join(' ')} left out\n`)
  return {
    judged: said.filter((e) => leftOut.has(e.voice)).map((example) => ({ example, margins: readThin(model, example.words).margins })),
    headOf: (name) => headOf(model, name)
  }
}

function report(): string[] {
  return ['', ...Object.entries(heads).flatMap(([name, sharpness]) => reportHead(name as 'ask' | 'topic', sharpness)), ...reportScope()]
}

function reportHead(name: 'ask' | 'topic', served: number): string[] {
  const guesses = (sharpness: number): Guess[] =>
    judged.flatMap((fold) =>
      fold.judged
        .filter(({ example }) => example[name] !== undefined)
        .map(({ example, margins }) => {
          const [best] = shares(fold.headOf(name), margins, sharpness, name === 'topic' ? less : {})
          return { share: best?.share ?? 0, right: best?.id === example[name] }
        })
    )
  const all = guesses(served)
  const right = all.filter((g) => g.right).length / all.length
  return [
    `${name}: ${(100 * right).toFixed(1)}% of ${String(all.length)} right; calibration error ${calibrationError(all).toFixed(3)} at the sharpness served, ${String(served)}`,
    ...[3, 4, 5, 6, 7, 8].map((sharpness) => `  sharpness ${String(sharpness)}: ${calibrationError(guesses(sharpness)).toFixed(3)}`)
  ]
}

/** What looks out of scope at several shares, where neither a worry, a place nor a speaker is told and nobody is in danger. */
function reportScope(): string[] {
  const rows = judged.flatMap((fold) =>
    fold.judged.map(({ example, margins }) => ({
      outside: example.ask === 'out-of-scope',
      asks: shares(fold.headOf('ask'), margins, heads.ask),
      topics: shares(fold.headOf('topic'), margins, heads.topic, less)
    }))
  )
  const { noTopic, ask: served } = understanding.outOfScope
  const told = (of: boolean, ask: number): string => {
    const some = rows.filter((r) => r.outside === of)
    return `${((100 * some.filter((r) => looksOutside(r, { ask, noTopic })).length) / some.length).toFixed(1)}% of ${String(some.length)}`
  }
  return [served, 0.1, 0.2, 0.3, 0.4, 0.5].map(
    (ask) => `out of scope from a share of ${String(ask)}: told so ${told(true, ask)}; real questions turned away ${told(false, ask)}`
  )
}
