import type { Environment } from './wantsColour.js'

/** Where a conversation takes place: a terminal, or pipes in place of one or both of its ends. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number }
  readonly env: Environment
  /** Asked for: one line a thing, and no control of the cursor. */
  readonly plain: boolean
  /** Ends the conversation from outside. */
  readonly signal?: AbortSignal
}

/** The window understands more than text. */
export const canDraw = ({ output, env }: Terminal): boolean => output.isTTY === true && env['TERM'] !== 'dumb'

/** Keys are seen one by one, before Enter. */
export const hasKeys = (terminal: Terminal): boolean => !terminal.plain && terminal.input.isTTY === true && canDraw(terminal)
