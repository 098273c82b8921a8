import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { ask } from '../../src/channels/cli/ask.js'
import { answerLine } from '../../src/channels/cli/batch.js'
import { chatResponse } from '../../src/channels/api/schemas.js'
import { chat } from '../../src/channels/cli/chat.js'
import { chatJson } from '../../src/channels/cli/chatJson.js'
import { createAnswer } from '../../src/channels/cli/createAnswer.js'
import type { Signpost } from '../../src/conversation/loadSignpost.js'
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

const piped = { output: new PassThrough(), env: {}, plain: false }

describe('ask', () => {
  it('reads well in a narrow terminal', () => {
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 40 })
    const answer = ask('who do I call about grooming', signpost, { ...piped, output, env: { NO_COLOR: '1' }, json: false })
    expect(answer).toContain('CEOP')
    expect(answer.split('\n').every((line) => line.length <= 40 || line.includes('https://'))).toBe(true)
  })

  it('is text alone where there is no terminal, with 999 between two lines', () => {
    const answer = ask('he is hitting my mum right now', signpost, { ...piped, json: false })
    expect(answer).not.toContain('\u001b')
    expect(answer).toMatch(/^\n={80}\n {2}Ring 999 now.*\n={80}\n/)
  })

  it('has one unbroken line for each thing with --plain, and no sign that is not read out', () => {
    const answer = ask('signs of grooming', signpost, { ...piped, plain: true, env: { FORCE_COLOR: '1' }, json: false })
    expect(answer).toContain('\nPhone: 0808 800 5000\n')
    expect(answer).not.toMatch(/\u001b|^[ =-]|\n[ =-]/)
  })

  it('is one line with the reply and the state with --json', () => {
    const [line = '', ...rest] = ask('worried about a boy in Poole', signpost, { ...piped, json: true }).split('\n')
    expect(rest).toEqual([''])
    expect(chatResponse.parse(JSON.parse(line)).state.locality).toBe('poole')
  })
})

/** What a conversation prints when these lines are piped into it. */
async function printed(lines: readonly string[], from: Signpost = signpost): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const done = chat(from, { input, output, env: {}, plain: false }).then(() => output.end())
  input.end(lines.map((line) => `${line}\n`).join(''))
  const shown = await text(output)
  await done
  return shown
}

/** The same product with a fault in it. */
const broken: Signpost = {
  ...signpost,
  respond: (turn, state) => {
    if (turn.utterance === 'break') throw new Error('a fault')
    return signpost.respond(turn, state)
  }
}

describe('chat', () => {
  it('is a conversation that ends with the input', async () => {
    const shown = await printed(['who do i call about a child', 'swanage'])
    expect(shown).toContain('Where does the child live?')
    expect(shown).toContain('I understood: Swanage')
  })

  it('says first what it is, and what to do in danger', async () => {
    const shown = await printed([])
    expect(shown).toContain('computer program')
    expect(shown).toContain('call 999')
  })

  it('takes the number of a choice for the choice, and says which', async () => {
    const shown = await printed(['worried about grooming', '1'])
    expect(shown).toContain('1. What are the signs?')
    expect(shown).toContain('You said: What are the signs?')
  })

  it.each(['999', '15', '0'])('hears %s as words, whatever was offered', async (line) => {
    const shown = await printed(['hello', line])
    expect(shown).toContain('6. ')
    expect(shown).not.toContain('You said:')
  })

  it('takes a number for a choice only of the last answer', async () => {
    const shown = await printed(['hello', 'thanks', '1'])
    expect(shown).not.toContain('You said:')
  })

  it.each(['/exit', 'exit', ' /EXIT '])('hears nothing after %s', async (line) => {
    const shown = await printed(['thanks', line, 'signs of grooming'])
    expect(shown).toContain('You are welcome')
    expect(shown).not.toContain('CEOP')
    expect(shown).not.toContain('\u001b')
  })

  it('helps when something breaks, and goes on', async () => {
    const shown = await printed(['break', 'thanks'], broken)
    expect(shown).toContain(signpost.say('failure.unexpected').slice(0, 40))
    expect(shown).toContain('Phone: 999')
    expect(shown).toContain('You are welcome')
  })

  it('helps when somebody types more than can be read', async () => {
    const shown = await printed(['a'.repeat(5001)])
    expect(shown).toContain(signpost.say('failure.too-long').slice(0, 20))
    expect(shown).toContain('Phone: 999')
  })

  it('ends when it is asked to from outside', async () => {
    const stop = new AbortController()
    const done = chat(signpost, { input: new PassThrough(), output: new PassThrough(), env: {}, plain: true, signal: stop.signal })
    stop.abort()
    await expect(done).resolves.toBeUndefined()
  })
})

describe('chat --json', () => {
  it('gives one reply and state for each line, and carries the state', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const done = chatJson(createAnswer(broken), { input, output }).then(() => output.end())
    input.end('who do i call about a child in swanage\n1\n\n/exit\nbreak\nlast')
    const lines = (await text(output)).trimEnd().split('\n')
    await done
    const answers = lines.map((line) => chatResponse.parse(JSON.parse(line)))
    expect(answers).toHaveLength(6)
    expect(answers.map(({ state }) => state.locality)).toEqual(Array(6).fill('swanage'))
    expect(answers[4]?.reply.text).toContain('999')
  })
})
