import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { judge, row, type Judged, type Keys } from '../../src/curation/judge.js'
import { officeHours, signpost } from '../signpost.js'

const keys = parse(readFileSync('tests/evaluation/keys.yaml', 'utf8')) as Keys
const judged = (path: string): Judged[] =>
  readFileSync(`tests/utterances/${path}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => judge(row.parse(JSON.parse(line)), signpost, keys, officeHours))
const share = (all: readonly Judged[], holds: (j: Judged) => boolean): number => all.filter(holds).length / all.length
const isRight = (j: Judged): boolean => j.faults.length === 0
const isTurnedAway = ({ replies: [reply] }: Judged): boolean => reply?.kind === 'refusal' && reply.ask === 'out-of-scope'

/** Authors who saw nothing of intents/. What is demanded is a little less than was measured when thresholds were chosen. */
describe('understanding of messages it never saw', () => {
  const routing = [...judged('understanding/routing'), ...judged('routing/routing')]
  const outside = routing.filter((j) => j.row.route?.topic === 'out_of_scope')
  const real = routing.filter((j) => j.row.must_signpost_any.length > 0)
  const facts = judged('understanding/article_facts')

  it('names a right contact first', () => {
    expect(real.length).toBeGreaterThan(300)
    expect(share(real, isRight)).toBeGreaterThanOrEqual(0.9)
  })

  it('turns away most of what is none of our business, and next to no real question', () => {
    expect(outside.length).toBeGreaterThan(60)
    expect(share(outside, isTurnedAway)).toBeGreaterThanOrEqual(0.8)
    expect(share(real, isTurnedAway)).toBeLessThanOrEqual(0.01)
  })

  it('knows what the articles say', () => {
    const known = facts.filter((j) => j.row.expect === 'article_fact')
    expect(known.length).toBeGreaterThan(70)
    expect(share(known, isRight)).toBeGreaterThanOrEqual(0.87)
  })

  it('says that it does not know what they do not say', () => {
    const unknown = facts.filter((j) => j.row.expect === 'not_in_articles')
    expect(unknown.length).toBeGreaterThan(30)
    expect(share(unknown, isRight)).toBeGreaterThanOrEqual(0.8)
  })

  it('keeps the thread of a conversation', () => {
    const dialogues = judged('understanding/multi_turn')
    expect(dialogues.length).toBeGreaterThan(40)
    expect(share(dialogues, isRight)).toBeGreaterThanOrEqual(0.82)
  })
})
