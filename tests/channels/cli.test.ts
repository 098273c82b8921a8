import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { ask } from '../../src/channels/cli/ask.js'
import { answerLine } from '../../src/channels/cli/batch.js'
import { chat } from '../../src/channels/cli/chat.js'
import { reply } from '../../src/conversation/Reply.js'
import { officeHours, signpost } from '../signpost.js'

const now = (): Date => officeHours

describe('batch', () => {
  it('answers the turns of a conversation in order, each as a Reply', () => {
    const result = answerLine('{"id":"a","turns":["worried about a boy in Poole","no, Christchurch"]}', signpost.respond, now)
    if (!('replies' in result)) throw new Error(result.error)
    expect(result.id).toBe('a')
    expect(result.replies.map((r) => reply.safeParse(r).success)).toEqual([true, true])
    expect(result.replies[1]?.locality).toBe('christchurch')
  })

  it('takes the time of the turns from the line', () => {
    const night = answerLine('{"id":1,"turns":["worried about a boy in Poole"],"at":"2026-11-24T23:30:00Z"}', signpost.respond, now)
    const day = answerLine('{"id":1,"turns":["worried about a boy in Poole"]}', signpost.respond, now)
    expect('replies' in night && night.replies[0]?.services[0]?.id).toBe('bcp-children-out-of-hours')
    expect('replies' in day && day.replies[0]?.services[0]?.id).toBe('bcp-children-first-response')
  })

  it.each([
    ['not json', { error: 'the line is not JSON' }],
    ['{"id":"b"}', { id: 'b', error: expect.stringContaining('turns') }],
    ['{"id":"b","turns":[5]}', { id: 'b', error: expect.stringContaining('turns.0') }],
    ['{"id":"b","turns":[],"at":"yesterday"}', { id: 'b', error: expect.stringContaining('at') }]
  ])('names the field of a bad line: %s', (line, expected) => {
    expect(answerLine(line, signpost.respond, now)).toEqual(expected)
  })
})

describe('ask', () => {
  it('reads well in a narrow terminal', () => {
    const answer = ask('who do I call about grooming', signpost, false)
    expect(answer).toContain('CEOP')
    expect(answer.split('\n').every((line) => line.length <= 80 || line.includes('https://'))).toBe(true)
  })

  it('is plain text where there is no terminal', () => {
    expect(ask('he is hitting my mum right now', signpost, false)).not.toContain('\u001b')
  })
})

describe('chat', () => {
  it('is a conversation that ends with the input', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const done = chat(signpost, input, output).then(() => output.end())
    input.end('who do i call about a child\nswanage\n')
    const shown = await text(output)
    await done
    expect(shown).toContain('Where does the child live?')
    expect(shown).toContain('Dorset Council')
  })
})
