import { readFileSync } from 'node:fs'
import type { Reading } from '../../src/understanding/Reading.js'
import { signpost } from '../signpost.js'

interface Named {
  readonly text: string
  readonly place?: string
  readonly service?: string
}

const rows = (name: string): Named[] =>
  readFileSync(`tests/utterances/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Named)
const read = (text: string): Reading => signpost.reader.read(text, signpost.normalise(text), false)
const share = (all: readonly Named[], holds: (row: Named) => boolean): number => all.filter(holds).length / all.length

function side({ place }: Reading): string {
  if (place === undefined) return 'none'
  if (place.areas.length > 1) return 'border'
  return { bcp: 'bcp', 'dorset-council': 'dorset' }[place.areas[0] ?? ''] ?? 'outside'
}

/** An author who saw neither the lists of names nor the code; what is demanded is a little less than was measured. */
describe('names that people type', () => {
  it("tells on which side of the councils' border a place lies, with slips and between other words", () => {
    const places = rows('places')
    expect(places.length).toBeGreaterThan(200)
    expect(share(places, ({ text, place }) => side(read(text)) === place)).toBeGreaterThanOrEqual(0.94)
  })

  it('knows services by what people call them', () => {
    const services = rows('services')
    expect(services.length).toBeGreaterThan(150)
    expect(share(services, ({ text, service }) => (read(text).service ?? 'none') === service)).toBeGreaterThanOrEqual(0.92)
  })

  it.each([
    ['I live in Poole but my nephew lives in Swanage', 'Swanage'],
    ['im in weymouth, the kid is in boscombe', 'Boscombe'],
    ['we moved from Bournemouth to Weymouth at easter', 'Weymouth'],
    ['not poole, its wareham', 'Wareham'],
    ['weymouht, a lad keeps asking for pictures', 'Weymouth']
  ])('takes the place where the child lives: %s', (text, place) => {
    expect(read(text).place?.name).toBe(place)
  })

  it.each([
    'my neighbour Mr Poole',
    'her teacher Miss Winton shouts',
    'a boy called Jordan wants to meet',
    'he hit his head on the portland stone'
  ])('takes the name of a person or a thing for no place: %s', (text) => {
    expect(read(text).place).toBeUndefined()
  })

  it.each(['stop it now he said', 'bangers and mash for tea', 'my first response was to cry', 'the lad is called Chad'])(
    'takes everyday words for no service: %s',
    (text) => {
      expect(read(text).service).toBeUndefined()
    }
  )
})
