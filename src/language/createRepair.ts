/** Mends slips of the finger in unknown words; the same array when there is nothing to mend. */
export type Repair = (words: readonly string[]) => readonly string[]

const shortest = 4

/**
 * Makes the repairer of slips: an unknown word of four or more letters that is one letter away from a known one
 * (a letter too many, too few, wrong, or two exchanged), or two known words run together.
 * Symmetric deletes (Garbe 2012): known and typed words meet at what is left when one letter is taken out.
 * `vocabulary` has the commonest word first: of several that fit, the commonest is meant.
 */
export function createRepair(vocabulary: readonly string[]): Repair {
  const rank = new Map(vocabulary.map((word, at) => [word, at]))
  const byRemainder = new Map<string, string>()
  for (const word of vocabulary.filter((w) => w.length >= shortest && isLetters(w)))
    for (const left of [word, ...remainders(word)]) if (!byRemainder.has(left)) byRemainder.set(left, word)
  const mend = (word: string): string | undefined => {
    const fitting = [word, ...remainders(word)].flatMap((left) => byRemainder.get(left) ?? []).filter((known) => isOneSlip(word, known))
    return fitting.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))[0]
  }
  const part = (word: string): string[] | undefined => {
    for (let at = 2; at <= word.length - 2; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)]
      if (rank.has(left) && rank.has(right)) return [left, right]
    }
    return undefined
  }
  const repairWord = (word: string): readonly string[] => {
    if (word.length < shortest || rank.has(word) || !isLetters(word)) return [word]
    const better = mend(word)
    return better === undefined ? (part(word) ?? [word]) : [better]
  }
  return (words) => {
    const repaired = words.flatMap(repairWord)
    return repaired.length === words.length && repaired.every((word, at) => word === words[at]) ? words : repaired
  }
}

const isLetters = (word: string): boolean => /^\p{L}+$/u.test(word)

const remainders = (word: string): string[] => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))

/** One letter inserted, deleted or exchanged for another, or two neighbours exchanged. */
function isOneSlip(typed: string, known: string): boolean {
  if (Math.abs(typed.length - known.length) > 1) return false
  let at = 0
  while (at < typed.length && typed[at] === known[at]) at++
  const [a, b] = [typed.slice(at), known.slice(at)]
  if (a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1)) return true
  return a.length >= 2 && b.startsWith(`${a.charAt(1)}${a.charAt(0)}`) && a.slice(2) === b.slice(2)
}
