import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestExamples } from '../../src/curation/examples.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { unpackWordNet } from '../../src/triage/wordNetFile.js'
import { signpost } from '../signpost.js'

const intents = loadIntents(areaRoot())
const said = (examples: Readonly<Record<string, readonly string[]>>): string[] => Object.values(examples).flat()
const level = (utterance: string): string => signpost.assessDanger(signpost.normalise(utterance)).level
const dangers = [...intents.dangers.values()].flatMap(({ examples }) => said(examples))
const leads = dangers.filter((utterance) => level(utterance) === 'emergency')
const denials = [...intents.nearMisses].filter(([id]) => id === 'idiom' || id === 'denied').flatMap(([, { examples }]) => said(examples))
const quiet = denials.filter((utterance) => level(utterance) !== 'emergency')

/** Written for this test: no small talk of intents/ is like it. */
const ramble =
  'Sorry if this is the wrong place, I have never used one of these before and I am not very good with computers. We moved here in the spring and the children like their school.'

/** A slip of the finger: in which long word, where in it, and of which kind. */
const slip: fc.Arbitrary<Slip> = fc.record({
  word: fc.nat(),
  at: fc.nat(),
  kind: fc.constantFrom<Slip['kind'][]>('left out', 'doubled', 'exchanged')
})
interface Slip {
  readonly word: number
  readonly at: number
  readonly kind: 'left out' | 'doubled' | 'exchanged'
}

function makeSlip(utterance: string, { word, at, kind }: Slip): string {
  const words = utterance.split(' ')
  const long = [...words.keys()].filter((i) => (words[i] ?? '').length >= 5)
  const chosen = long[word % Math.max(1, long.length)]
  if (chosen === undefined) return utterance
  const typed = words[chosen] ?? ''
  const i = 1 + (at % (typed.length - 2))
  const [before, letter, after] = [typed.slice(0, i), typed.charAt(i), typed.slice(i + 1)]
  const slipped = {
    'left out': before + after,
    doubled: before + letter + letter + after,
    exchanged: before + after.charAt(0) + letter + after.slice(1)
  }
  return words.with(chosen, slipped[kind]).join(' ')
}

/** One or two slips in each utterance, the same at every run. */
const slipped = (utterances: readonly string[]): string[] => {
  const made = fc.sample(fc.array(slip, { minLength: 1, maxLength: 2 }), { seed: 116_000, numRuns: utterances.length })
  return utterances.map((utterance, i) => (made[i] ?? []).reduce(makeSlip, utterance))
}

type Change = (utterances: readonly string[]) => string[]
const each =
  (change: (utterance: string) => string): Change =>
  (utterances) =>
    utterances.map(change)

const changes: [name: string, change: Change][] = [
  ['in capitals', each((u) => u.toUpperCase())],
  ['without punctuation', each((u) => u.replace(/[^\p{L}\p{N}' ]/gu, ' '))],
  ['with curly apostrophes', each((u) => u.replaceAll("'", '’'))],
  ['with a greeting before', each((u) => `hi there ${u}`)],
  ['with a goodbye after', each((u) => `${u} thank you bye`)],
  ['with one or two slips of the finger', slipped]
]

describe('triage of its own examples', () => {
  it('leads with 999 for nearly all dangers and hardly ever for idioms and denials', () => {
    expect(leads.length / dangers.length).toBeGreaterThan(0.9)
    expect(quiet.length / denials.length).toBeGreaterThan(0.87)
  })

  it.each(changes)('keeps its verdict %s', (_, change) => {
    const kept = change(leads).filter((utterance) => level(utterance) === 'emergency').length / leads.length
    expect(kept).toBeGreaterThanOrEqual(0.97)
  })

  it.each([
    ['after', each((u) => `${ramble} ${u}`)],
    ['before', each((u) => `${u} ${ramble}`)]
  ])('leads or asks %s a long ramble', (_, change) => {
    const kept = change(leads).filter((utterance) => level(utterance) !== 'none').length / leads.length
    expect(kept).toBeGreaterThanOrEqual(0.97)
  })

  it.each(changes)('does not cry wolf at idioms and denials %s', (_, change) => {
    const kept = change(quiet).filter((utterance) => level(utterance) !== 'emergency').length / quiet.length
    expect(kept).toBeGreaterThanOrEqual(0.97)
  })
})

describe('the net beside the linear model', () => {
  it('was trained on the examples beside it', () => {
    const root = areaRoot()
    const { head } = unpackWordNet(readFileSync(join(root, 'intents/net/alarm.net')))
    expect(head.madeFrom).toBe(digestExamples(intents))
  })

  it('and all models together stay small', () => {
    const root = areaRoot()
    const bytes = ['intents/net/alarm.net', 'models/signpost.models'].reduce((sum, file) => sum + readFileSync(join(root, file)).length, 0)
    expect(bytes).toBeLessThan(15_000_000)
  })
})
