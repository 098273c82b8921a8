import { inspect } from 'node:util'

export type Style = 'bold' | 'red' | 'green' | 'yellow'
export type Paint = (text: string, ...styles: Style[]) => string

/** Makes the painter of words: each line on its own, so that no colour runs on into the next; without colour the text as it is. */
export function createPaint(colour: boolean): Paint {
  if (!colour) return (text) => text
  return (text, ...styles) =>
    text
      .split('\n')
      .map((line) => styles.reduce(dress, line))
      .join('\n')
}

function dress(line: string, style: Style): string {
  const [on, off] = inspect.colors[style] ?? [0, 0]
  return `\u001b[${String(on)}m${line}\u001b[${String(off)}m`
}
