import { createRepair } from '../../src/language/createRepair.js'
import { createSoundAlike } from '../../src/understanding/createSoundAlike.js'

const vocabulary = ['school', 'phone', 'the', 'who', 'brother', 'should not', 'scared', 'teacher', 'home', 'alone']
const repair = createRepair(vocabulary, { shouldnt: 'should not' }, createSoundAlike(vocabulary))

describe('the repair of slips', () => {
  it.each([
    ['shcool', 'school'],
    ['schol', 'school'],
    ['hte', 'the'],
    ['scaredd', 'scared'],
    ['shoulndt', 'should not'],
    ['homealone', 'home alone']
  ])('mends one slip of the finger: %s', (typed, meant) => {
    expect(repair([typed]).join(' ')).toBe(meant)
  })

  it.each([
    ['skool', 'school'],
    ['teechar', 'teacher'],
    ['bruvver', 'bruvver']
  ])('mends a word that is written as it sounds, if it looks like the known one too: %s', (typed, meant) => {
    expect(repair([typed]).join(' ')).toBe(meant)
  })

  it('leaves known words, figures and words that are like nothing as they are, in the very same array', () => {
    const words = ['who', 'school', '12', 'xylophone']
    expect(repair(words)).toBe(words)
  })
})
