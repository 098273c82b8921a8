/** Breaks a text into lines of `width`; `first` stands before it, and as many spaces before the lines that follow. A long word stays whole. */
export function wrap(text: string, width: number, first = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && first.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((each, at) => (at === 0 ? first : ' '.repeat(first.length)) + each).join('\n')
}
