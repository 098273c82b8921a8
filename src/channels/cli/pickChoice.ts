/** The choice that a typed number stands for, from 1; `undefined` for every other line, so that 999 or an age is still heard. */
export function pickChoice(line: string, offered: readonly string[]): string | undefined {
  const number = /^\s*(\d{1,2})[.)]?\s*$/.exec(line)?.[1]
  return number === undefined ? undefined : offered[Number(number) - 1]
}
