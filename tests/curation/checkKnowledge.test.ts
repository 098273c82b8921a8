import { checkAll } from '../../src/curation/check/checkAll.js'
import type { Finding } from '../../src/curation/check/Finding.js'
import { exitCode, report } from '../../src/curation/check/report.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { loadKnowledge, type Knowledge } from '../../src/knowledge/loadKnowledge.js'

const knowledge = loadKnowledge('.')
const intents = loadIntents('.')
const today = '2026-11-22'

const check = (changed: Partial<Knowledge> = {}, day = today): Finding[] => checkAll({ ...knowledge, ...changed }, intents, day)
const told = (findings: readonly Finding[], weight: Finding['weight']): string =>
  findings
    .filter((finding) => finding.weight === weight)
    .map(({ file, says }) => `${file}: ${says}`)
    .join('\n')

/** The knowledge with some fields of one record changed. */
function withRecord(folder: 'services' | 'topics' | 'guidance', id: string, changed: object): Partial<Knowledge> {
  const record = knowledge[folder].get(id)
  if (record === undefined) throw new Error(`no ${folder}/${id}`)
  return { [folder]: new Map<string, unknown>([...knowledge[folder], [id, { ...record, ...changed }]]) }
}

describe('knowledge:check', () => {
  it('finds nothing to mend, and nothing due, in what ships', () => {
    expect(told(check(), 'mend')).toBe('')
    expect(told(check(), 'recheck')).toBe('')
  })

  it('says which service is due, sooner where a number still has to be confirmed', () => {
    const later = told(check({}, '2027-01-10'), 'recheck')
    expect(later).toContain('knowledge/services/bcp-children-first-response.yaml')
    expect(later).toContain('was last checked on 2026-11-21 and is due every 30 days')
    expect(later).not.toContain('knowledge/services/childline.yaml')
    expect(told(check({}, '2027-06-30'), 'recheck')).toContain('knowledge/services/childline.yaml')
  })

  it('keeps the interval that a service has of its own', () => {
    const often = withRecord('services', 'childline', { recheckDays: 7 })
    expect(told(check(often, '2026-12-01'), 'recheck')).toContain('knowledge/services/childline.yaml: Childline: was last checked')
  })

  it('says when whole folders and the bank holidays are due', () => {
    const years = told(check({}, '2029-03-01'), 'recheck')
    for (const part of ['folders.topics', 'folders.facts', 'folders.replies', 'knowledge/bank-holidays.yaml: the table ends on 2029-12-26'])
      expect(years).toContain(part)
  })

  it('finds a day of checking that is still to come', () => {
    expect(told(check(withRecord('services', 'childline', { checked: '2027-11-21' })), 'recheck')).toContain('which is still to come')
  })

  it('points out current services that rest on old pages', () => {
    const sources = knowledge.services
      .get('childline')
      ?.sources.map((source) => ('url' in source ? { ...source, assuredDate: '2015-03' } : source))
    const old = withRecord('services', 'childline', { sources })
    expect(told(check(old), 'note')).toContain(
      'knowledge/services/childline.yaml: Childline: the newest dated page that shows it is of 2015-03'
    )
  })

  it('finds a number in a sentence that may not be given, in any spacing, or that is no record', () => {
    const withheld = [...knowledge.services.values()].flatMap(({ status, contactPoints }) =>
      contactPoints.flatMap((point) => (point.kind === 'phone' && (point.status ?? status) === 'superseded' ? [point.number] : []))
    )
    expect(withheld.length).toBeGreaterThan(2)
    for (const number of withheld) {
      const says = { says: { public: `Call ${number.replace(/\s/g, '').replace(/^(.{5})/, '$1-')}.` } }
      expect(told(check(withRecord('guidance', 'do-i-need-proof', says)), 'mend')).toContain(`prints ${number}, which may not be given`)
    }
    const unknown = withRecord('guidance', 'do-i-need-proof', { says: { public: 'Call 01632 960123.' } })
    expect(told(check(unknown), 'mend')).toContain('prints 01632 960123, which is no contact point of a service')
  })

  it('finds a topic that names a service which may not be given', () => {
    const named = withRecord('topics', 'neglect', { services: { public: ['stoke-on-trent-chad'] } })
    expect(told(check(named), 'mend')).toContain(
      'knowledge/topics/neglect.yaml: names stoke-on-trent-chad, which is elsewhere and never shown'
    )
  })

  it('finds what nobody can be led to', () => {
    const topic = knowledge.topics.get('neglect')
    const signs = knowledge.signs.get('neglect')
    if (topic === undefined || signs === undefined) throw new Error('neglect is missing')
    const orphans = told(
      check({ topics: new Map([...knowledge.topics, ['ghosts', topic]]), signs: new Map([...knowledge.signs, ['ghosts', signs]]) }),
      'mend'
    )
    expect(orphans).toContain('knowledge/topics/ghosts.yaml: nobody can reach this topic')
    expect(orphans).toContain('knowledge/signs/ghosts.yaml: no topic shows this list')
  })

  it('finds hard and banned words wherever they stand', () => {
    const hard = withRecord('topics', 'neglect', { lead: { public: 'She is promiscuous.' } })
    expect(told(check(hard), 'mend')).toContain('knowledge/topics/neglect.yaml: lead (public): says "promiscuous"; better:')
  })

  it('tells a scheduler what to do by its exit code', () => {
    const of = (weight: Finding['weight']): Finding => ({ weight, file: 'x', says: 'y' })
    expect([[], [of('note')], [of('note'), of('recheck')], [of('recheck'), of('mend')]].map(exitCode)).toEqual([0, 0, 2, 1])
  })

  it('reports by weight, then by file, each file once', () => {
    const text = report([
      { weight: 'note', file: 'b.yaml', says: 'could be better' },
      { weight: 'mend', file: 'a.yaml', says: 'is wrong' },
      { weight: 'mend', file: 'a.yaml', says: 'is wrong too' }
    ])
    expect(text).toBe(
      'To be mended now (2)\n  a.yaml\n    - is wrong\n    - is wrong too\n\nGood to know (1)\n  b.yaml\n    - could be better\n'
    )
  })
})
