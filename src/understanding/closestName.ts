import Fuse from 'fuse.js'
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'

/** The name that was meant at a word of a message, behind a slip or two of the finger. */
export type ClosestName = (words: readonly string[], at: number) => string | undefined

const shortest = 5

/**
 * Makes a finder of names with slips. Only words outside the vocabulary are tried, alone and with the word behind them:
 * an ordinary word is never taken for a name. fuse.js proposes among the names with the same first letter,
 * Jaro-Winkler (natural) decides: a likeness of 0.9 or more, and at most two letters longer or shorter.
 */
export function createClosestName(names: readonly string[], vocabulary: ReadonlySet<string>): ClosestName {
  const byLetter = new Map<string, Fuse<string>>()
  for (const [letter, group] of groupByLetter(names)) byLetter.set(letter, new Fuse(group, { threshold: 0.35, distance: 20 }))
  const closest = (typed: string): string | undefined => {
    if (typed.length < shortest) return undefined
    const found = byLetter.get(typed.charAt(0))?.search(typed, { limit: 5 }) ?? []
    const [best] = found.map(({ item }) => ({ item, likeness: jaroWinkler(typed, item) })).sort((a, b) => b.likeness - a.likeness)
    return best !== undefined && best.likeness >= 0.9 && Math.abs(best.item.length - typed.length) <= 2 ? best.item : undefined
  }
  return (words, at) => {
    const word = words[at] ?? ''
    if (word.length < 3 || /\d/.test(word) || vocabulary.has(word)) return undefined
    const next = words[at + 1]
    return (next === undefined ? undefined : closest(`${word} ${next}`)) ?? closest(word)
  }
}

function groupByLetter(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names.filter((n) => n.length >= shortest)) groups.set(name.charAt(0), [...(groups.get(name.charAt(0)) ?? []), name])
  return groups
}
