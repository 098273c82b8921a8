/** Area under the ROC curve: how often an in-scope score is above an out-of-scope one, ties counting half (Mann and Whitney). */
export function auroc(inScope: readonly number[], outOfScope: readonly number[]): number {
  const all = [...inScope.map((score) => ({ score, within: true })), ...outOfScope.map((score) => ({ score, within: false }))]
  all.sort((a, b) => a.score - b.score)
  let wins = 0
  let below = 0
  for (let from = 0; from < all.length;) {
    let to = from
    while (to < all.length && all[to]?.score === all[from]?.score) to++
    const tied = all.slice(from, to)
    const within = tied.filter((s) => s.within).length
    wins += within * (below + (tied.length - within) / 2)
    below += tied.length - within
    from = to
  }
  return wins / (inScope.length * outOfScope.length)
}
