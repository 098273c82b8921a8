import { createInterface } from 'node:readline'
import type { State } from '../../conversation/State.js'
import type { Answer } from './createAnswer.js'
import type { Terminal } from './Terminal.js'

/** A conversation for a program: each line in is one utterance, each gets one line out, `{ reply, state }`. */
export async function chatJson(answer: Answer, { input, output, signal }: Pick<Terminal, 'input' | 'output' | 'signal'>): Promise<void> {
  let state: State = {}
  for await (const utterance of createInterface({ input, historySize: 0, crlfDelay: Infinity, ...(signal !== undefined && { signal }) })) {
    const result = answer(utterance, state)
    state = result.state
    output.write(`${JSON.stringify(result)}\n`)
  }
}
