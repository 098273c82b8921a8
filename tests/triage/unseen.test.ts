import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { signpost } from '../signpost.js'

interface Told {
  readonly overt: readonly string[]
  readonly subtle: readonly string[]
  readonly 'hard-negatives': Readonly<Record<string, readonly string[]>>
  readonly routing: readonly string[]
}

const told = ['triage-1', 'triage-2'].map((name) => parse(readFileSync(`tests/utterances/${name}.yaml`, 'utf8')) as Told)
const levels = (of: (t: Told) => readonly string[]): string[] =>
  told.flatMap(of).map((utterance) => signpost.assessDanger(signpost.normalise(utterance)).level)
const share = (all: readonly string[], ...wanted: readonly string[]): number =>
  all.filter((level) => wanted.includes(level)).length / all.length

/** Authors who saw nothing of intents/. What is demanded is a little less than was measured when the thresholds were chosen. */
describe('triage of messages it never saw', () => {
  const overt = levels((t) => t.overt)
  const subtle = levels((t) => t.subtle)
  const harmless = levels((t) => Object.values(t['hard-negatives']).flat())
  const routing = levels((t) => t.routing)

  it('leads with 999 when the danger is plainly told', () => {
    expect(overt.length).toBeGreaterThan(100)
    expect(share(overt, 'emergency')).toBeGreaterThanOrEqual(0.97)
  })

  it('leads with 999 for most dangers without one alarm word', () => {
    expect(subtle.length).toBeGreaterThan(100)
    expect(share(subtle, 'emergency')).toBeGreaterThanOrEqual(0.79)
  })

  it('leads or asks for nearly all', () => {
    expect(share([...overt, ...subtle], 'emergency', 'check')).toBeGreaterThanOrEqual(0.97)
  })

  it('hardly ever cries wolf at what only sounds like danger', () => {
    expect(harmless.length).toBeGreaterThan(200)
    expect(share(harmless, 'emergency')).toBeLessThanOrEqual(0.05)
    expect(share(harmless, 'check')).toBeLessThanOrEqual(0.1)
  })

  it('hardly ever cries wolf at ordinary questions', () => {
    expect(routing.length).toBeGreaterThan(200)
    expect(share(routing, 'emergency')).toBeLessThanOrEqual(0.02)
    expect(share(routing, 'check')).toBeLessThanOrEqual(0.08)
  })
})
