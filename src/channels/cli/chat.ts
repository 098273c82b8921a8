import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Signpost } from '../../conversation/loadSignpost.js'
import type { State } from '../../conversation/State.js'
import { colour } from './colour.js'

/** A conversation in a terminal. Nothing typed is kept: history is off. Ctrl-C and Ctrl-D end it. */
export async function chat(
  { respond, say }: Signpost,
  input: Readable & { isTTY?: boolean },
  output: Writable & { isTTY?: boolean }
): Promise<void> {
  const lines = createInterface({ input, output, historySize: 0, terminal: output.isTTY === true, prompt: '> ' })
  lines.on('SIGINT', () => {
    lines.close()
  })
  let state: State = {}
  output.write(`${say('courtesy.greeting')}\n${say('standing.line')}\n\n`)
  lines.prompt()
  for await (const utterance of lines) {
    const result = respond({ utterance, at: new Date() }, state)
    state = result.state
    output.write(`\n${colour(result.reply, say, output.isTTY === true)}\n\n`)
    lines.prompt()
  }
}
