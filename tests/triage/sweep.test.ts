import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { digestExamples } from '../../src/curation/examples.js'
import { random } from '../../src/language/random.js'
import { unpackWordNet } from '../../src/triage/wordNetFile.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signpost } from '../signpost.js'

const intents = loadIntents(areaRoot())
const every = (count: number, lines: readonly string[]): string[] => lines.filter((_, i) => i % Math.ceil(lines.length / count) === 0)
const dangers = every(
  400,
  [...intents.dangers.values()].flatMap(({ examples }) => Object.values(examples).flat())
)
const calm = every(
  400,
  [...intents.nearMisses].filter(([id]) => id === 'idiom' || id === 'denied').flatMap(([, { examples }]) => Object.values(examples).flat())
)
const level = (utterance: string): string => signpost.assessDanger(signpost.normalise(utterance)).level
const leads = dangers.filter((utterance) => level(utterance) === 'emergency')
const quiet = calm.filter((utterance) => level(utterance) !== 'emergency')

const ramble =
  'Sorry if this is the wrong place, I have never used one of these before and I am not very good with computers. We moved here in the spring and the children like their school.'

/** One slip of the finger in a word of five letters or more: a letter left out, doubled, or exchanged with the next. */
function slip(utterance: string, next: () => number): string {
  const words = utterance.split(' ')
  const long = words.flatMap((word, at) => (word.length >= 5 ? [at] : []))
  const at = long[Math.floor(next() * long.length)]
  const word = at === undefined ? undefined : words[at]
  if (at === undefined || word === undefined) return utterance
  const i = 1 + Math.floor(next() * (word.length - 2))
  const kind = Math.floor(next() * 3)
  const swapped = word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2)
  words[at] = kind === 0 ? word.slice(0, i) + word.slice(i + 1) : kind === 1 ? word.slice(0, i) + word.charAt(i) + word.slice(i) : swapped
  return words.join(' ')
}

describe('triage of its own examples', () => {
  it('leads with 999 for nearly all dangers and hardly ever for idioms and denials', () => {
    expect(leads.length / dangers.length).toBeGreaterThan(0.9)
    expect(quiet.length / calm.length).toBeGreaterThan(0.9)
  })

  const next = random(116_000)
  it.each([
    ['in capitals', 0.97, (u: string) => u.toUpperCase()],
    ['without punctuation', 0.97, (u: string) => u.replace(/[^\p{L}\p{N}' ]/gu, ' ')],
    ['with curly apostrophes', 0.97, (u: string) => u.replaceAll("'", '’')],
    ['with a greeting before', 0.93, (u: string) => `hi there ${u}`],
    ['with a goodbye after', 0.93, (u: string) => `${u} thanks bye`],
    ['with one slip of the finger', 0.95, (u: string) => slip(u, next)],
    ['with two slips of the finger', 0.92, (u: string) => slip(slip(u, next), next)]
  ])('keeps its verdict %s', (_, least, change) => {
    const kept = leads.filter((utterance) => level(change(utterance)) === 'emergency').length / leads.length
    expect(kept).toBeGreaterThanOrEqual(least)
  })

  it('at least asks when the danger stands behind a long ramble', () => {
    const seen = leads.filter((utterance) => level(`${ramble} ${utterance}`) !== 'none').length / leads.length
    expect(seen).toBeGreaterThanOrEqual(0.9)
  })

  it.each([
    ['in capitals', (u: string) => u.toUpperCase()],
    ['with a greeting before', (u: string) => `hi there ${u}`],
    ['with two slips of the finger', (u: string) => slip(slip(u, next), next)]
  ])('does not cry wolf at idioms and denials %s', (_, change) => {
    const kept = quiet.filter((utterance) => level(change(utterance)) !== 'emergency').length / quiet.length
    expect(kept).toBeGreaterThanOrEqual(0.95)
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
