import { compilePatterns, findPatterns, hidePatterns, tells } from '../../src/language/patterns.js'

const lists = { me: ['me', 'my sister'] }
const found = (pattern: string, text: string): boolean => findPatterns(compilePatterns([pattern], lists), text.split(' ')).length > 0

describe('patterns', () => {
  it.each([
    ['(he|she) is ... hit* {me}', 'he is really hitting my sister', true],
    ['(he|she) is ... hit* {me}', 'he is a b c d e hitting me', false],
    ['(he|she) is ... hit* {me}', 'the hitting me', false],
    ['^ help $', 'help', true],
    ['^ help $', 'please help', false],
    ['[right] now', 'now', true],
    ['take* ... pill*', 'she took pills', false],
    ['is here', 'this here', false]
  ])('%s in "%s": %s', (pattern, text, expected) => {
    expect(found(pattern, text)).toBe(expected)
  })

  it('names a pattern that cannot be read', () => {
    expect(() => compilePatterns(['(he is'], lists)).toThrow('(he is')
    expect(() => compilePatterns(['{nobody} is'], lists)).toThrow('nobody')
    expect(() => compilePatterns(['a.b'], lists)).toThrow('letters')
    expect(() => compilePatterns(['... ...'], lists)).toThrow('no words')
    expect(() => compilePatterns(['[maybe]'], lists)).toThrow('left out')
    expect(() => compilePatterns(['he ^ is'], lists)).toThrow('^')
    expect(() => compilePatterns(['*ing'], lists)).toThrow('*')
  })

  it('hides only the words of a match', () => {
    const hide = (pattern: string, text: string): string => hidePatterns(compilePatterns([pattern], lists), text.split(' ')).join(' ')
    expect(hide('in the film', 'he hits in the film hits')).toBe('he hits □ □ □ hits')
    expect(hide('in the film ...', 'he hits in the film hits')).toBe('he hits □ □ □ □')
    expect(hide('... film', 'a b c he hits in the film hits')).toBe('a b c □ □ □ □ □ hits')
  })

  it('finds the longest match from the left, and every one that follows', () => {
    const set = compilePatterns(['he [really] hits ... me'], lists)
    expect(findPatterns(set, 'so he really hits me and me today'.split(' '))).toEqual([
      { pattern: 'he [really] hits ... me', words: 'he really hits me and me' }
    ])
    expect(hidePatterns(set, 'he hits me on and on and off he hits me'.split(' ')).join(' ')).toBe('□ □ □ on and on and off □ □ □')
  })

  it('lets a near miss hide its own words and no others', () => {
    const told = (text: string): boolean =>
      tells(compilePatterns(['he hits {me}'], lists), compilePatterns(['in the film he hits me'], lists), text.split(' '))
    expect(told('in the film he hits me')).toBe(false)
    expect(told('in the film he hits me and today he hits my sister')).toBe(true)
  })

  it('takes time in step with the text', () => {
    const set = compilePatterns(['(he|she) ... is ... (hit|hits) ... {me}'], lists)
    const time = (length: number): number => {
      const words = Array.from({ length }, () => ['he', 'is', 'hit']).flat()
      const began = performance.now()
      for (let i = 0; i < 20; i++) findPatterns(set, words)
      return performance.now() - began
    }
    time(500)
    expect(time(4_000)).toBeLessThan(40 * Math.max(1, time(400)))
  })
})
