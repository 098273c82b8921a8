import { createInterface } from 'node:readline'
import { hasKeys, type Terminal } from './Terminal.js'
import { watchKeys } from './watchKeys.js'

/** How a conversation came to its end: by leaving fast, or by Ctrl-C, Ctrl-D or the end of the input. */
export type Ending = 'left' | 'ended'

/**
 * Gives each line to `hear` and prints the answer, until the input ends or somebody leaves: by the keys that leave, or by a line
 * for which there is no answer. When the promise is kept, the terminal is its old self again.
 */
export function readLines(terminal: Terminal, prompt: string, hear: (line: string) => string | undefined): Promise<Ending> {
  const { input, output, signal } = terminal
  return new Promise((resolve) => {
    let ending: Ending | undefined
    const end = (how: Ending): void => {
      ending ??= how
      lines.close()
    }
    const leave = end.bind(undefined, 'left')
    const stop = end.bind(undefined, 'ended')
    const byKey = hasKeys(terminal)
    const lines = createInterface({ input: byKey ? watchKeys(input, leave) : input, output, terminal: byKey, historySize: 0, prompt })
    lines.on('line', (line) => {
      // Lines that came together with the one that left are not heard.
      if (ending !== undefined) return
      const answer = hear(line)
      if (answer === undefined) leave()
      else {
        output.write(answer)
        lines.prompt()
      }
    })
    lines.on('SIGINT', stop)
    // Ctrl-Z does nothing: below npm nobody could wake the conversation, and it would stand in the window for anybody to read.
    lines.on('SIGTSTP', () => undefined)
    lines.on('error', stop)
    signal?.addEventListener('abort', stop)
    lines.on('close', () => {
      signal?.removeEventListener('abort', stop)
      input.unpipe()
      input.pause()
      resolve(ending ?? 'ended')
    })
    lines.prompt()
  })
}
