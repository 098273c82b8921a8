/** The environment, as far as it speaks of terminals. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Colour when the output is a terminal that knows it; FORCE_COLOR, then NO_COLOR, have the last word (https://no-color.org). */
export function wantsColour({ FORCE_COLOR, NO_COLOR, TERM }: Environment, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  return isTerminal && TERM !== 'dumb'
}
