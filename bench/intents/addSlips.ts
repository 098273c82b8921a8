import { random } from '../../src/language/random.js'

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * A message with slips of the finger at letters chosen by the seed, anywhere in it: a letter left out, doubled, exchanged with the next,
 * or the key beside it. Short words, first letters and names are not spared, and no system's repair was looked at when this was written.
 */
export function addSlips(text: string, slips: number, seed: number): string {
  const next = random(seed)
  let slipped = text
  for (let i = 0; i < slips; i++) slipped = addSlip(slipped, next)
  return slipped
}

function addSlip(text: string, next: () => number): string {
  const letters = [...text.matchAll(/[a-z]/gi)].map((m) => m.index)
  const at = letters[Math.floor(next() * letters.length)]
  if (at === undefined) return text
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)]
  const kind = Math.floor(next() * 4)
  if (kind === 0) return before + after
  if (kind === 1) return before + letter + letter + after
  if (kind === 2 && /^[a-z]/i.test(after)) return before + after.charAt(0) + letter + after.slice(1)
  return before + besideKey(letter.toLowerCase(), next) + after
}

function besideKey(letter: string, next: () => number): string {
  const row = rows.find((r) => r.includes(letter)) ?? letter
  const at = row.indexOf(letter)
  const beside = [row[at - 1], row[at + 1]].filter((key) => key !== undefined)
  return beside[Math.floor(next() * beside.length)] ?? letter
}
