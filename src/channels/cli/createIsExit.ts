/** Ctrl-X or three Esc, as they stand in a line of a terminal that does not hand over single keys. */
const typedKeys = /\u0018|(?:\u001b){3}/

/** Makes the test of a whole line: the word that leaves, with its slash or without. */
export function createIsExit(word: string): (line: string) => boolean {
  const words = [word, word.replace('/', '')]
  return (line) => typedKeys.test(line) || words.includes(line.trim().toLowerCase())
}
