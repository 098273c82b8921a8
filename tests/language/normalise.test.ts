import fc from 'fast-check'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { createNormalise } from '../../src/language/normalise.js'

const normalise = createNormalise(loadIntents(areaRoot()).words)
const words = (text: string): string => normalise(text).join(' ')

describe('normalise', () => {
  it.each([
    ['Hes in my rm RN', 'he is in my rm right now'],
    ['He’s here', 'he is here'],
    ['h e l p me', 'help me'],
    ['he\u200b is\u200b here', 'he is here'],
    ['hе is hеrе', 'he is here'],
    ['hellllllp', 'hellp'],
    ['in 2016/17', 'in 2016 17'],
    ['\u{1d421}\u{1d41e}\u{1d425}\u{1d429}', 'help'],
    ['café', 'cafe'],
    ['Помогите', 'помогите'],
    ['😭', 'crying'],
    ['  \n\t ', '']
  ])('%j -> %j', (typed, plain) => {
    expect(words(typed)).toBe(plain)
  })

  it('is the same when it is done twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => words(words(text)) === words(words(words(text)))),
      { numRuns: 300, seed: 7 }
    )
  })
})
