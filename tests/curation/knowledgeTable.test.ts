import { knowledgeTable } from '../../src/curation/table/knowledgeTable.js'
import { hoursInWords } from '../../src/knowledge/hoursInWords.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'
import { sayingsOf } from '../../src/curation/sayings.js'

const html = knowledgeTable('.', '2026-11-22')
const knowledge = loadKnowledge('.')

/** The words as a reader sees them. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]{1,500}>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
const shown = plain(html)

describe('knowledge:table', () => {
  it('holds every text that can be said', () => {
    const missing = sayingsOf(knowledge)
      .flatMap(({ file, text }) => text.split('\n').map((line) => ({ file, line: line.replace(/\s+/g, ' ').trim() })))
      .filter(({ line }) => !shown.includes(line))
    expect(missing.map(({ file, line }) => `${file}: ${line}`)).toEqual([])
  })

  it('holds every source with its date', () => {
    const records = [
      ...knowledge.services.values(),
      ...knowledge.topics.values(),
      ...knowledge.signs.values(),
      ...knowledge.guidance.values()
    ]
    const sources = records.flatMap((record) => record.sources.flatMap((source) => ('url' in source ? [source] : [])))
    expect(sources.length).toBeGreaterThan(500)
    expect(sources.filter(({ url, assuredDate }) => !shown.includes(`${url} (${assuredDate})`)).map(({ url }) => url)).toEqual([])
  })

  it('holds every danger with its reason, and every kind of talk that only sounds like it', () => {
    const { dangers, nearMisses } = loadIntents('.')
    for (const { name, why } of dangers.values()) expect(shown.includes(name) && shown.includes(why.replace(/\s+/g, ' ').trim())).toBe(true)
    for (const { why } of nearMisses.values()) expect(shown).toContain(why.replace(/\s+/g, ' ').trim())
  })

  it('says of each contact whether it may be shown, and names the file of each record', () => {
    const service = html.slice(html.indexOf('id="service-stoke-on-trent-chad"')).split('</section>')[0] ?? ''
    expect(plain(service)).toMatch(/01782 235100 .* no: elsewhere/)
    for (const id of knowledge.services.keys()) expect(html).toContain(`knowledge/services/${id}.yaml`)
  })

  it('needs nothing from anywhere else, and runs nothing', () => {
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b|@import|url\(|\son\w+=/i)
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })

  it('has a fingerprint that changes with the data, not with the day', () => {
    const fingerprint = (text: string): string | undefined => /fingerprint <strong>([0-9a-f]{12})</.exec(text)?.[1]
    expect(fingerprint(html)).toBeDefined()
    expect(fingerprint(knowledgeTable('.', '2027-01-01'))).toBe(fingerprint(html))
    expect(fingerprint(knowledgeTable('tests/area', '2026-11-22'))).not.toBe(fingerprint(html))
  })
})

describe('hoursInWords', () => {
  it('joins days that are alike', () => {
    const office = '09:00-17:00'
    expect(
      hoursInWords({
        mon: office,
        tue: office,
        wed: office,
        thu: office,
        fri: '09:00-16:00',
        sat: 'closed',
        sun: 'closed',
        bankHolidays: 'closed'
      })
    ).toBe('Monday to Thursday 09:00-17:00; Friday 09:00-16:00; Saturday to bank holidays closed')
    expect([hoursInWords('always'), hoursInWords('unknown')]).toEqual(['day and night', 'not known'])
  })
})
