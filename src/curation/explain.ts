import { loadSignpost } from '../conversation/loadSignpost.js'
import { areaRoot } from '../knowledge/areaRoot.js'
import { loadIntents } from '../knowledge/loadIntents.js'
import { countFeatures, type FeatureSettings } from '../language/features.js'
import { inverseFrequencies, weigh, type SparseVector } from '../language/vectors.js'
import { dangerExamples } from './examples.js'
import { reportFaults } from './reportFaults.js'

const features: FeatureSettings = { words: 2, characters: [3, 5], bits: 18 }
const neighbours = 6

/** `npm run explain -- "..."`: which rule or which examples caused a verdict, and how the rest was read. Prints to the terminal only. */
function explain(utterance: string): string[] {
  const { normalise, assessDanger, reader } = loadSignpost(areaRoot())
  const words = normalise(utterance)
  const verdict = assessDanger(words)
  const reading = reader.read(utterance, words, false)
  const shares = (list: readonly { id: string; share: number }[]): string =>
    list
      .slice(0, 3)
      .map(({ id, share }) => `${id} ${share.toFixed(2)}`)
      .join(', ')
  return [
    `read as:   ${words.join(' ')}`,
    `triage:    ${verdict.level}${verdict.danger === undefined ? '' : ` (${verdict.danger}; first words: ${verdict.response})`}`,
    ...verdict.causes.map((cause) =>
      cause.by === 'rule' ? `  rule     "${cause.pattern}" found "${cause.words}"` : `  model    score ${cause.score.toFixed(2)}`
    ),
    ...nearest(words).map(({ likeness, label, text }) => `  near     ${likeness.toFixed(2)} ${label}: ${text}`),
    `ask:       ${shares(reading.asks)}`,
    `topic:     ${reading.namedTopic ?? shares(reading.topics)}`,
    `audience:  ${reading.audience ?? '-'}   place: ${reading.place?.name ?? '-'}   service: ${reading.service ?? '-'}`,
    `answers:   ${reading.answers
      .slice(0, 3)
      .map(({ id, nearness, covered }) => `${id} ${nearness.toFixed(2)} (covers ${covered.toFixed(2)})`)
      .join(', ')}`
  ]

  function nearest(said: readonly string[]) {
    const examples = dangerExamples(loadIntents(areaRoot()), normalise)
    const counts = examples.map((e) => countFeatures(e.words, features))
    const idf = inverseFrequencies(counts, features)
    const own = new Map(entries(weigh(countFeatures(said, features), idf)))
    return examples
      .map((example, i) => {
        const vector = weigh(counts[i] ?? new Map<number, number>(), idf)
        const likeness = entries(vector).reduce((sum, [bucket, value]) => sum + value * (own.get(bucket) ?? 0), 0)
        return { likeness, label: example.danger ?? 'no danger', text: example.words.join(' ') }
      })
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, neighbours)
  }
}

const entries = ({ buckets, values }: SparseVector): [number, number][] => Array.from(buckets, (bucket, i) => [bucket, values[i] ?? 0])

reportFaults(() => {
  process.stdout.write(`${explain(process.argv.slice(2).join(' ')).join('\n')}\n`)
})
