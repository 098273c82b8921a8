import type { Signpost } from '../../conversation/loadSignpost.js'
import { clearWindow } from './clearWindow.js'
import { createAnswer } from './createAnswer.js'
import { createConversation } from './createConversation.js'
import { createIsExit } from './createIsExit.js'
import { lookFor, type Look } from './Look.js'
import { readLines } from './readLines.js'
import { canDraw, hasKeys, type Terminal } from './Terminal.js'
import { endless, type Window } from './toPages.js'
import { welcome } from './welcome.js'
import { wrap } from './wrap.js'

/** A conversation in a terminal. Nothing that is typed is written anywhere, and there is no history; see createExitKeys for leaving fast. */
export async function chat(signpost: Signpost, terminal: Terminal): Promise<void> {
  const { say } = signpost
  const { input, output, env, plain } = terminal
  const look = (): Look => lookFor(output, env, plain)
  const hear = createConversation(createAnswer(signpost), say, () => ({ look: look(), window: windowOf(terminal) }))
  const isExit = createIsExit(say('terminal.exit-word'))
  const prompt = input.isTTY === true ? `${look().paint(say('terminal.prompt'), 'bold')} ` : ''

  output.write(`${welcome(say, look(), wayOut(terminal))}\n\n`)
  const ending = await readLines(terminal, prompt, (line) => (isExit(line) ? undefined : `\n${hear(line)}\n\n`))
  if (ending === 'left') output.write(canDraw(terminal) ? clearWindow : '')
  else if (output.isTTY === true) output.write(`\n${wrap(say('terminal.still-shown'), look().width)}\n`)
}

/** Where keys are not seen, or nobody looks, a page to be turned would only stand in the way; a terminal without a size says 0. */
function windowOf(terminal: Terminal): Window {
  const { rows = 0, columns = 0 } = terminal.output
  return hasKeys(terminal) && rows > 0 && columns > 0 ? { rows, columns } : endless
}

function wayOut(terminal: Terminal): Parameters<typeof welcome>[2] {
  if (hasKeys(terminal)) return 'by-key'
  return canDraw(terminal) ? 'by-word' : 'no-window'
}
