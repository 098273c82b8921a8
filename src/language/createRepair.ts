/** Mends slips of the finger in unknown words; the same array when there is nothing to mend. */
export type Repair = (words: readonly string[]) => readonly string[]

const shortest = 3

/** How many known words with the same remainder are looked at, the commonest first. */
const mostAlike = 8

/**
 * Makes the repairer of slips: an unknown word of three or more letters that is one letter away from a known one
 * (a letter too many, too few, wrong, or two exchanged), or two known words run together.
 * Symmetric deletes (Garbe 2012): known and typed words meet at what is left when one letter is taken out.
 * `vocabulary` has the commonest word first. Of several that fit, the likeliest slip is meant, and of those the commonest word.
 * Where no slip of one letter explains it, `soundsLike` is asked for the word that it sounds like.
 * A mended short form of `contractions` ("shoulndt") is written out.
 */
export function createRepair(
  vocabulary: readonly string[],
  contractions: Readonly<Record<string, string>> = {},
  soundsLike: (word: string) => string | undefined = () => undefined
): Repair {
  const rank = new Map([...vocabulary, ...Object.keys(contractions)].map((word, at) => [word, at]))
  const byRemainder = new Map<string, string[]>()
  for (const word of [...rank.keys()].filter((w) => w.length >= shortest && isLetters(w)))
    for (const left of new Set([word, ...remainders(word)])) {
      const known = byRemainder.get(left)
      if (known === undefined) byRemainder.set(left, [word])
      else if (known.length < mostAlike) known.push(word)
    }
  const mend = (word: string): string | undefined => {
    let best: { known: string; unlikely: number } | undefined
    for (const known of new Set([word, ...remainders(word)].flatMap((left) => byRemainder.get(left) ?? []))) {
      const unlikely = unlikelihood(word, known) * rank.size + (rank.get(known) ?? 0)
      if (best === undefined || unlikely < best.unlikely) best = { known, unlikely }
    }
    return best === undefined || best.unlikely === Infinity ? undefined : best.known
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
    return better === undefined ? (part(word) ?? [soundsLike(word) ?? word]) : (contractions[better]?.split(' ') ?? [better])
  }
  return (words) => {
    const repaired = words.flatMap(repairWord)
    return repaired.length === words.length && repaired.every((word, at) => word === words[at]) ? words : repaired
  }
}

const isLetters = (word: string): boolean => /^\p{L}+$/u.test(word)

const remainders = (word: string): string[] => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))

/**
 * How unlikely a slip from a known word is: fingers double letters, drop one of two, and exchange neighbours more often than they hit
 * another key; the first letter is seldom wrong (Pollock and Zamora 1984). Infinity when it is more than one slip.
 */
function unlikelihood(typed: string, known: string): number {
  if (Math.abs(typed.length - known.length) > 1) return Infinity
  let at = 0
  while (at < typed.length && typed[at] === known[at]) at++
  const [a, b] = [typed.slice(at), known.slice(at)]
  const atFirst = at === 0 ? 3 : 0
  if (a.length >= 2 && a.length === b.length && a.slice(2) === b.slice(2) && a.startsWith(b.charAt(1)) && b.startsWith(a.charAt(1)))
    return atFirst
  if (a.slice(1) === b) return atFirst + (typed[at] === typed[at - 1] ? 0 : 1)
  if (a === b.slice(1)) return atFirst + (known[at] === known[at - 1] ? 0 : 1)
  return a.slice(1) === b.slice(1) ? atFirst + 2 : Infinity
}
