import { parseArgs } from 'node:util'
import { WrongUsage } from './WrongUsage.js'

const options = { plain: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** Which options a command knows beside --help. */
const commands: Readonly<Record<string, readonly string[]>> = { ask: ['plain', 'json'], chat: ['plain', 'json'], batch: [], mcp: [] }

export interface Usage {
  readonly command: string
  /** What stands behind the command: the question of `ask`. */
  readonly words: string
  readonly plain: boolean
  readonly json: boolean
  readonly help: boolean
}

/**
 * Reads a command line.
 * @throws WrongUsage for an unknown command, an unknown option, and options that do not go together.
 */
export function readUsage(args: readonly string[]): Usage {
  const end = args.includes('--') ? args.indexOf('--') : args.length
  const isOption = (word: string, at: number): boolean => at < end && looksLikeOption(word)
  const [command = '', ...words] = args.filter((word, at) => at !== end && !isOption(word, at))
  const { plain = false, json = false, help = false } = readOptions(args.filter(isOption))
  if (!help) check(command, { plain, json })
  return { command, words: words.join(' '), plain, json, help }
}

/** A sentence that begins with a dash is a sentence. */
const looksLikeOption = (word: string): boolean => /^-\S+$/.test(word)

function readOptions(args: string[]) {
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!Object.hasOwn(options, token.name)) throw new WrongUsage(`there is no option ${nameOf(token.rawName)}; see --help`)
    if (token.value !== undefined) throw new WrongUsage(`${token.rawName} takes no value; see --help`)
  }
  return parseArgs({ args, options }).values
}

/** Only what reads like an option is repeated: anything else may be somebody's words. */
const nameOf = (option: string): string => (/^--?[a-z][a-z-]{0,15}$/i.test(option) ? `"${option}"` : 'of that name')

function check(command: string, chosen: Readonly<Record<'plain' | 'json', boolean>>): void {
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (known === undefined) throw new WrongUsage(`name one of the commands ${Object.keys(commands).join(', ')}; see --help`)
  const extra = (['plain', 'json'] as const).find((name) => chosen[name] && !known.includes(name))
  if (extra !== undefined) throw new WrongUsage(`${command} has no option --${extra}; see --help`)
  if (chosen.plain && chosen.json) throw new WrongUsage('choose --plain or --json, not both; see --help')
}
