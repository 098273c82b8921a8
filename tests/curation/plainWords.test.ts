import { avoided, checkPlainWords } from '../../src/curation/check/plainWords.js'
import { readingAge } from '../../src/curation/readingAge.js'
import { sayingsOf } from '../../src/curation/sayings.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'

const knowledge = loadKnowledge('.')
const { wording } = knowledge
const sayings = sayingsOf(knowledge)

describe('everything that the bot can say', () => {
  it('is looked at', () => {
    expect(sayings.length).toBeGreaterThan(1_000)
    for (const folder of ['services', 'topics', 'signs', 'facts', 'guidance', 'replies'])
      expect(sayings.some(({ file }) => file.startsWith(`knowledge/${folder}/`))).toBe(true)
  })

  it('is in plain words: easy to read, short, and none of the words that we avoid', () => {
    expect(checkPlainWords(sayings, wording).map(({ file, says }) => `${file}: ${says}`)).toEqual([])
  })

  it('is held to the reading ages that we promise', () => {
    expect(wording.readingAge).toEqual({ public: 11, child: 9 })
    expect(wording.wordsBeforeContacts).toBe(90)
  })
})

describe('readingAge', () => {
  it('is the Flesch-Kincaid grade plus five', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45
    expect(readingAge('The cat sat on the mat.')).toBeCloseTo(3.55, 2)
    // 4 words, 2 sentences, 7 syllables: 0.39 x 2 + 11.8 x 7/4 - 15.59 = 5.84
    expect(readingAge('Somebody listens. Somebody answers.')).toBeGreaterThan(10)
  })

  it('takes each line of a list for a sentence', () => {
    expect(readingAge('it is so hungry\nshe has no coat in winter')).toBeCloseTo(
      readingAge('It is so hungry. She has no coat in winter.'),
      1
    )
  })

  it('counts a name as one easy word, but no word for a name because it begins a sentence', () => {
    expect(readingAge('Ask for the Paedophile Online Investigation Team now.')).toBeCloseTo(readingAge('Ask for the Lucy now.'), 5)
    expect(readingAge('Investigation helps.')).toBeCloseTo(readingAge('investigation helps.'), 5)
  })
})

describe('the check of plain words', () => {
  const of = (text: string, audience: 'public' | 'child' = 'public', field = 'says') =>
    checkPlainWords([{ file: 'knowledge/guidance/x.yaml', field, audience, text }], wording).map(({ says }) => says)

  it('finds a text that is hard to read, sooner for a child', () => {
    expect(
      of(
        'Notwithstanding the aforementioned considerations, professional safeguarding responsibilities necessitate immediate and unconditional escalation.'
      )[0]
    ).toMatch(/says \(public\): reads at age \d+\.\d, above 11/)
    const middling = 'The social worker talks with your family about the problem, and then together you decide about getting support.'
    expect(of(middling, 'child')[0]).toContain('above 9')
  })

  it('finds a long answer and a long sign', () => {
    expect(of('They help you. '.repeat(30))[0]).toContain('has 90 words')
    expect(of('has money\nis in the car of somebody much older than they are again and again at night', 'public', 'signs')[0]).toContain(
      'is in the car'
    )
  })

  it.each(wording.avoid.flatMap(({ words }) => words))('finds %s, in any case', (words) => {
    expect(avoided(`They said ${words.toUpperCase()}, he thinks.`, wording).length).toBeGreaterThan(0)
  })

  it('lets words be mentioned, and names be', () => {
    expect(avoided('Say indecent images, never "child pornography".', wording)).toEqual([])
    expect(avoided('The Paedophile Online Investigation Team was formed then.', wording)).toEqual([])
    expect(avoided('He is not a paedophiles-anonymous member.', wording)).toEqual([])
  })

  it('gives a better word, a reason and a source for each', () => {
    for (const { better, why, source } of wording.avoid) expect([better, why, source.says].every((text) => text.length > 3)).toBe(true)
  })
})
