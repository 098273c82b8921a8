import { createPaint, type Paint } from './createPaint.js'
import { wantsColour, type Environment } from './wantsColour.js'

/** How a reply is drawn. */
export interface Look {
  /** Most characters of a line; Infinity where lines are not broken. */
  readonly width: number
  /** Stands before what belongs to the line above. */
  readonly indent: string
  readonly bullet: string
  /** Lines above and below the emergency, so that it stands out without colour. */
  readonly rule: boolean
  /** Choices bear the numbers by which they are picked. */
  readonly numbers: boolean
  readonly paint: Paint
}

export interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
}

const [narrowest, widest] = [40, 80]

/** One line a thing for a screen reader; else wrapped to the window and in colour where that can be seen. */
export function lookFor({ isTTY = false, columns = 0 }: Output, env: Environment, plain: boolean): Look {
  if (plain) return { width: Infinity, indent: '', bullet: '', rule: false, numbers: true, paint: createPaint(false) }
  // A terminal without a size says 0.
  const width = columns > 0 ? Math.min(Math.max(columns, narrowest), widest) : widest
  return { width, indent: '  ', bullet: '- ', rule: true, numbers: true, paint: createPaint(wantsColour(env, isTTY)) }
}
