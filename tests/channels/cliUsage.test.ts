import { spawnSync } from 'node:child_process'
import { help } from '../../src/channels/cli/help.js'
import { readUsage } from '../../src/channels/cli/readUsage.js'
import { wantsColour } from '../../src/channels/cli/wantsColour.js'
import { WrongUsage } from '../../src/channels/cli/WrongUsage.js'

describe('the command line', () => {
  it.each([
    [['chat'], { command: 'chat', plain: false, json: false }],
    [['chat', '--plain'], { command: 'chat', plain: true }],
    [['--json', 'chat'], { command: 'chat', json: true }],
    [['ask', 'he', 'is', 'out'], { command: 'ask', words: 'he is out' }],
    [['ask', '--plain', 'he is out'], { command: 'ask', words: 'he is out', plain: true }],
    [['ask', '- he hits me'], { command: 'ask', words: '- he hits me' }],
    [['ask', '--', '--help'], { command: 'ask', words: '--help', help: false }],
    [['-h'], { command: '', help: true }],
    [['batch', '--help'], { command: 'batch', help: true }]
  ])('reads %j', (args, expected) => {
    expect(readUsage(args)).toMatchObject(expected)
  })

  it.each([
    [['chat', '--colour'], 'there is no option "--colour"; see --help'],
    [['chat', '-x'], 'there is no option "-x"; see --help'],
    [['chat', '--plain=yes'], '--plain takes no value; see --help'],
    [['chat', '--plain', '--json'], 'choose --plain or --json, not both; see --help'],
    [['batch', '--json'], 'batch has no option --json; see --help'],
    [['constructor'], 'name one of the commands ask, chat, batch, mcp; see --help'],
    [[], 'name one of the commands ask, chat, batch, mcp; see --help']
  ])('says what is wrong with %j', (args, message) => {
    expect(() => readUsage(args)).toThrow(new WrongUsage(message))
  })

  it('does not repeat what may be the words of a person', () => {
    expect(() => readUsage(['ask', '--my-uncle-comes-into-my-room'])).toThrow(/^there is no option of that name/)
  })

  it('ends with 2 and says what to do in danger when it cannot be read', () => {
    const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', 'src/cli.ts', 'chat', '--colour'], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^there is no option "--colour"; see --help\nIn danger, call 999/)
  })

  it('tells of every command and option, in lines of 120 characters', () => {
    for (const word of ['ask', 'chat', 'batch', 'mcp', '--plain', '--json', '--help', 'NO_COLOR', 'Ctrl-X']) expect(help).toContain(word)
    expect(help.split('\n').filter((line) => line.length > 120)).toEqual([])
  })

  it('ends without a word when nobody reads on', () => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', 'set -o pipefail; yes hello | head -200 | node --import tsx src/cli.ts chat | head -1'], { encoding: 'utf8' }) // prettier-ignore
    expect(stdout).toContain('Hello')
    expect(stderr).not.toMatch(/Error|EPIPE| {4}at /)
    expect(status === 0 || status === 141).toBe(true)
  })
})

describe('colour', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a file', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['a terminal of text alone', { TERM: 'dumb' }, true, false],
    ['FORCE_COLOR in a file', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR over NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, true, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false]
  ])('with %s', (_, env, isTerminal, expected) => {
    expect(wantsColour(env, isTerminal)).toBe(expected)
  })
})
