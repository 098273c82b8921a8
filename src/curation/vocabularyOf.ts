/** In fewer utterances than this a word that stands in one of them counts; in more it may be a slip. */
const few = 5_000

/** Every word of two letters or more that stands in at least two utterances or questions, the commonest first. */
export function vocabularyOf(documents: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const least = documents.length < few ? 1 : 2
  return [...counts]
    .filter(([word, count]) => count >= least && word.length >= 2)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word)
}
