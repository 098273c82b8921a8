import { hasTerminal, openTerminal, type OpenTerminal } from './openTerminal.js'
import { describeWith } from '../describeWith.js'

const clear = '\u001b[2J\u001b[3J\u001b[H'
const [ctrlC, ctrlD, ctrlX, ctrlY, ctrlZ, escape, up] = ['\u0003', '\u0004', '\u0018', '\u0019', '\u001a', '\u001b', '\u001b[A']
const prompt = /You:.{0,12} /
const told = 'who do i call about a child'

if (!hasTerminal) console.warn('Skipped: the conversation in a real terminal needs `script` of util-linux.')

async function started(options = ''): Promise<OpenTerminal> {
  const terminal = openTerminal(`chat ${options}`)
  await terminal.see(prompt)
  return terminal
}

/** The terminal edits lines, echoes and makes signals again. */
function expectOldSelf(shown: string): void {
  const settings = shown.slice(shown.indexOf('code '))
  for (const setting of ['icanon', 'isig', 'echo']) expect(settings).toMatch(new RegExp(`(?<![-\\w])${setting}\\b`))
}

const name = 'chat in a real terminal'

describeWith(
  hasTerminal ? 'script' : undefined,
  name,
  'There is no `script` here: install util-linux.'
)(name, () => {
  it.each([
    ['Ctrl-C', ctrlC, ''],
    ['Ctrl-D', ctrlD, ''],
    ['Ctrl-C, with --plain', ctrlC, '--plain']
  ])('ends with %s: no error, the answers still there, the terminal its old self', async (_, key, options) => {
    const terminal = await started(options)
    terminal.press(`${told}\r`)
    await terminal.see(/Where does the child live/)
    await terminal.see(prompt)
    terminal.press(key)
    const shown = await terminal.end()
    expect(shown).toMatch(/\nWhat was said still shows.*\r\ncode 0\r\n/)
    expect(shown).not.toContain(clear)
    expect(shown).not.toMatch(/ {4}at |Error/)
    expectOldSelf(shown)
  })

  it.each([
    ['Ctrl-X', [ctrlX], ''],
    ['Esc three times', [escape, escape, escape], ''],
    ['/exit', ['/exit\r'], ''],
    ['/exit, with --plain', ['/exit\r'], '--plain']
  ])('leaves at once by %s: nothing is shown after the window is cleared', async (_, keys, options) => {
    const terminal = await started(options)
    terminal.press('he is hitting')
    await terminal.see(/hitting/)
    // In --plain the half line would be part of the next one.
    if (keys[0]?.endsWith('\r') === true) {
      terminal.press('\r')
      await terminal.see(/999/)
    }
    for (const key of keys) {
      terminal.press(key)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const shown = await terminal.end()
    const [before, after] = shown.split(clear)
    expect(before).toContain('hitting')
    expect(after).toMatch(/^code 0\r\n/)
    expectOldSelf(shown)
  })

  it('brings nothing back that was typed, by arrow or by Ctrl-Y, and is not stopped by Ctrl-Z', async () => {
    const terminal = await started()
    terminal.press('secretword\u0015hello\r')
    await terminal.see(/Say what worries you/)
    const { length: before } = await terminal.see(prompt)
    terminal.press(`${up}${ctrlY}${ctrlZ}thanks\r`)
    const shown = await terminal.see(/You are welcome/)
    expect(shown.slice(before)).not.toMatch(/secretword|hello/)
    terminal.press(ctrlX)
    expect(await terminal.end()).toContain('code 0')
  })

  it('ends cleanly when Ctrl-C comes in the same breath as a line', async () => {
    const terminal = await started()
    terminal.press(`${told}\r${ctrlC}`)
    const shown = await terminal.end()
    expect(shown).toContain('Where does the child live?')
    expect(shown).toMatch(/code 0\r\n/)
    expectOldSelf(shown)
  })

  it('shows 999 in the window first, and the rest when Enter is pressed', async () => {
    const terminal = await started()
    terminal.press('he is hitting my mum right now\r')
    const first = await terminal.see(/Press Enter to read on/)
    expect(first.indexOf('Ring 999 now')).toBeGreaterThan(0)
    expect(first).not.toContain('Childline')
    const page = first.slice(first.indexOf('===='))
    expect(page.split('\n').length).toBeLessThanOrEqual(24 - 2)
    terminal.press('\r')
    expect(await terminal.see(/Childline/)).toContain('0800 1111')
    terminal.press(ctrlX)
    await terminal.end()
  })

  it('draws nothing in a terminal that knows only text', async () => {
    const terminal = openTerminal('chat', { TERM: 'dumb' })
    await terminal.see(/You: /)
    terminal.press('hello\r')
    await terminal.see(/Choose one/)
    terminal.press(ctrlD)
    const shown = await terminal.end()
    expect(shown).not.toContain('\u001b')
    expect(shown).toMatch(/code 0\r\n/)
  })
})
