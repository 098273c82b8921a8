import { packModels, unpackModels } from '../../src/language/modelFile.js'
import { headOf, readThin, trainThin, type ThinModel } from '../../src/language/thinModel.js'

const documents = [
  'my toy is broken',
  'the toy car is broken',
  'i like the sea',
  'we swim in the sea',
  'broken toys make me sad',
  'the sea is cold'
].map((text) => text.split(' '))
const targets = {
  about: ['toy', 'toy', 'sea', 'sea', 'toy', 'sea'],
  mood: [undefined, undefined, 'glad', 'glad', 'sad', undefined]
}
const settings = { words: 2, characters: [3, 4], bits: 18, leastSteps: 2 } as const
const train = (): ThinModel => trainThin(documents, targets, settings, { costs: [1, 1], epochs: 10 })
const best = (model: ThinModel, head: string, text: string): string | undefined => {
  const { labels, from } = headOf(model, head)
  const { margins } = readThin(model, text.split(' '))
  return labels.reduce((a, b) => ((margins[from + labels.indexOf(b)] ?? 0) > (margins[from + labels.indexOf(a)] ?? 0) ? b : a))
}
const packed = (model: ThinModel): Buffer => packModels({ linear: {}, thin: { model } }, 'digest')

describe('a thin model', () => {
  it('reads every head in one go', () => {
    expect(best(train(), 'about', 'a broken car')).toBe('toy')
    expect(best(train(), 'about', 'cold sea')).toBe('sea')
    expect(best(train(), 'mood', 'sad toys')).toBe('sad')
  })

  it('is the same to the last byte when it is trained again', () => {
    expect(packed(train()).equals(packed(train()))).toBe(true)
  })

  it('reads the same after it was written to a file', () => {
    const { madeFrom, thin } = unpackModels(packed(train()))
    expect(madeFrom).toBe('digest')
    expect(thin['model']).toEqual(train())
  })

  it('says how much of a message training has seen', () => {
    expect(readThin(train(), ['toy', 'sea']).familiar).toBeGreaterThan(0.6)
    expect(readThin(train(), ['qqqq', 'zzzz']).familiar).toBe(0)
    expect(readThin(train(), []).familiar).toBe(0)
  })

  it('keeps nothing of a message for the next', () => {
    const model = train()
    const first = readThin(model, ['cold', 'sea'])
    readThin(
      model,
      Array.from({ length: 3_000 }, (_, i) => `word${String(i)}`)
    )
    expect(readThin(model, ['cold', 'sea'])).toEqual(first)
  })

  it('names the heads that there are when asked for another', () => {
    expect(() => headOf(train(), 'place')).toThrow('about, mood')
  })
})
