import { asText, compilePatterns, findPatterns, hidePatterns } from '../../src/language/patterns.js'

const lists = { me: ['me', 'my sister'] }
const found = (pattern: string, text: string): boolean =>
  findPatterns(compilePatterns([pattern], lists), asText(text.split(' '))).length > 0

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
  })

  it('hides only the words of a match', () => {
    expect(hidePatterns(compilePatterns(['in the film'], lists), asText(['he', 'hits', 'in', 'the', 'film', 'hits'])).trim()).toBe(
      'he hits □ □ □ hits'
    )
  })

  it('takes time in step with the text', () => {
    const set = compilePatterns(['(he|she) ... is ... (hit|hits) ... {me}'], lists)
    const time = (length: number): number => {
      const text = asText(Array.from({ length }, () => 'he is hit'))
      const began = performance.now()
      for (let i = 0; i < 20; i++) findPatterns(set, text)
      return performance.now() - began
    }
    time(500)
    expect(time(4_000)).toBeLessThan(40 * Math.max(1, time(400)))
  })
})
