import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { createExitKeys } from '../../src/channels/cli/createExitKeys.js'
import { createIsExit } from '../../src/channels/cli/createIsExit.js'
import { lookFor } from '../../src/channels/cli/Look.js'
import { pickChoice } from '../../src/channels/cli/pickChoice.js'
import { renderReply, type Block } from '../../src/channels/cli/renderReply.js'
import { endless, toPages } from '../../src/channels/cli/toPages.js'
import { wrap } from '../../src/channels/cli/wrap.js'
import { say as reply, signpost } from '../signpost.js'

const questions = [
  'he is hitting my mum right now',
  'what are the signs of grooming',
  'my neighbours kids are always hungry',
  'hello',
  'who do i call about a boy in poole',
  'my friend wants to hurt herself'
]
const terminal = (columns: number) => lookFor({ isTTY: true, columns }, { TERM: 'xterm' }, false)
const blocksOf = (question: string, columns: number): Block[] => renderReply(reply(question), signpost.say, terminal(columns))
const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n\n')

describe('a reply in a terminal', () => {
  it('opens with 999 in bold red between two lines, so that it stands out without colour too', () => {
    const [alarm = ''] = blocksOf('he is hitting my mum right now', 60).map(({ text }) => text)
    const lines = alarm.split('\n')
    expect(lines[1]).toContain('\u001b[1m')
    expect(lines[1]).toContain('\u001b[31m')
    expect(lines.slice(0, 3).map(stripVTControlCharacters)).toEqual(['='.repeat(60), expect.stringContaining('999'), '='.repeat(60)])
  })

  it('tells open from closed in words, whatever the colour', () => {
    const shown = textOf(blocksOf('who do i call about a boy in poole', 80))
    expect(shown).toMatch(/\u001b\[32m.*Open (now|day and night)/)
    expect(stripVTControlCharacters(shown)).toContain('\n  Open now, closes ')
  })

  it.each(questions.flatMap((question) => [40, 80, 120].map((columns) => [question, columns] as const)))(
    'has no line that is longer than the window, but for addresses: %s, %i columns',
    (question, columns) => {
      const lines = stripVTControlCharacters(textOf(blocksOf(question, columns))).split('\n')
      expect(lines.filter((line) => line.length > Math.min(columns, 80) && !line.includes('https://'))).toEqual([])
    }
  )

  it.each(questions)('says no less than the reply as text: %s', (question) => {
    const { text, parts } = reply(question)
    const shown = stripVTControlCharacters(textOf(blocksOf(question, 80))).replace(/\s+/g, ' ')
    const numbers = text.match(/\d[\d ]{2,}\d/g) ?? []
    for (const number of numbers) expect(shown).toContain(number)
    for (const part of parts) if (part.type === 'text') expect(shown).toContain(part.text.replace(/\s+/g, ' '))
  })

  it('never breaks a number over two lines', () => {
    for (let columns = 40; columns <= 80; columns += 1)
      for (const line of ['0808 800 5000', '01202 123334'])
        expect(stripVTControlCharacters(textOf(blocksOf('my neighbours kids in poole are always hungry', columns)))).toContain(line)
  })
})

describe('the pages of a reply', () => {
  it.each(questions)('hold every line once, in order, and fit the window: %s', (question) => {
    for (const rows of [16, 24, 50]) {
      const blocks = blocksOf(question, 80)
      const pages = toPages(blocks, { rows, columns: 80 })
      const flowing = (all: readonly Block[]): string[] => all.filter(({ pinned }) => !pinned).flatMap(({ text }) => text.split('\n'))
      expect(flowing(pages.flat())).toEqual(flowing(blocks))
      expect(pages.flat().flatMap(({ choices }) => choices)).toEqual(blocks.flatMap(({ choices }) => choices))
      for (const page of pages.slice(1)) expect(rowsOf(page)).toBeLessThanOrEqual(rows - 2)
      expect(pages[0]?.some(({ pinned }) => pinned)).toBe(blocks.some(({ pinned }) => pinned))
    }
  })

  it('are one where nothing scrolls away', () => {
    expect(toPages(blocksOf('what are the signs of grooming', 80), endless)).toHaveLength(1)
  })

  it('show the first contact on the first', () => {
    for (const rows of [24, 30]) {
      const [first = []] = toPages(blocksOf('my neighbours kids are always hungry', 80), { rows, columns: 80 })
      expect(textOf(first)).toMatch(/Phone: /)
    }
  })

  const rowsOf = (page: readonly Block[]): number =>
    stripVTControlCharacters(textOf(page))
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0)
})

describe('wrap', () => {
  it('keeps every word in order, and no line longer than the width but a word that is', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 60 }), fc.constantFrom('', '- ', '  10. '), (said, width, first) => {
        const lines = wrap(said.join(' '), width, first).split('\n')
        expect(lines.map((line) => line.slice(first.length)).join(' ')).toBe(said.join(' '))
        for (const line of lines) expect(line.length <= width || !line.slice(first.length).includes(' ')).toBe(true)
      })
    )
  })
})

describe('a typed number', () => {
  it.each([
    ['1', 'a'],
    [' 2. ', 'b'],
    ['2)', 'b'],
    ['3', undefined],
    ['0', undefined],
    ['999', undefined],
    ['01', 'a'],
    ['1 boy', undefined],
    ['', undefined]
  ])('%j picks %j of two', (line, picked) => {
    expect(pickChoice(line, ['a', 'b'])).toBe(picked)
  })
})

describe('the keys that leave', () => {
  const press = (...keys: [typed: string, at: number][]): boolean[] => {
    let now = 0
    const isExit = createExitKeys(() => now)
    return keys.map(([typed, at]) => {
      now = at
      return isExit(typed)
    })
  }

  it('are Ctrl-X at once, and Esc pressed three times', () => {
    expect(press(['\u0018', 0])).toEqual([true])
    expect(press(['\u001b', 0], ['\u001b', 800], ['\u001b', 2000])).toEqual([false, false, true])
    expect(press(['\u001b\u001b\u001b', 0])).toEqual([true])
  })

  it('are not three Esc over a long time, nor arrows, nor Esc between words', () => {
    expect(press(['\u001b', 0], ['\u001b', 4000], ['\u001b', 8000])).toEqual([false, false, false])
    expect(press(['\u001b[A', 0], ['\u001b[A', 1], ['\u001b[A\u001b[A\u001b[A', 2])).toEqual([false, false, false])
    expect(press(['\u001b', 0], ['\u001b', 1], ['a', 2], ['\u001b', 3])).toEqual([false, false, false, false])
  })

  it('are also known in a line, where a terminal hands over lines', () => {
    const isExit = createIsExit('/exit')
    expect(['/exit', 'exit', ' /Exit', 'he\u0018', '\u001b\u001b\u001b'].map(isExit)).toEqual([true, true, true, true, true])
    expect(['', 'how do i exit', '/exit now', 'exits', '\u001b[A\u001b[A\u001b[A'].map(isExit)).toEqual([false, false, false, false, false])
  })
})
