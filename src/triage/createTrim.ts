/**
 * Makes the function that leaves out a greeting before and a goodbye after a message (the lists `greetings` and `goodbyes`):
 * politeness must not hide a danger. Gives the same array when there is neither.
 */
export function createTrim(lists: Readonly<Record<string, readonly string[]>>): (words: readonly string[]) => readonly string[] {
  const greetings = longestFirst(lists['greetings'] ?? [])
  const goodbyes = longestFirst(lists['goodbyes'] ?? [])
  return (words) => {
    const text = ` ${words.join(' ')} `
    const before = greetings.find((greeting) => text.startsWith(` ${greeting} `))
    const after = goodbyes.find((goodbye) => text.endsWith(` ${goodbye} `))
    if (before === undefined && after === undefined) return words
    return words.slice(before?.split(' ').length ?? 0, words.length - (after?.split(' ').length ?? 0))
  }
}

const longestFirst = (phrases: readonly string[]): string[] => [...phrases].sort((a, b) => b.length - a.length)
