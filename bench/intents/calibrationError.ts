/** A label that was guessed: how sure, and whether it was right. */
export interface Guess {
  readonly share: number
  readonly right: boolean
}

const bins = 15

/** Expected calibration error over fifteen bins of equal width (Naeini et al. 2015): mean distance of share and truth, weighted by bin. */
export function calibrationError(guesses: readonly Guess[]): number {
  const binned = Array.from({ length: bins }, (_, bin) => guesses.filter((g) => Math.min(bins - 1, Math.floor(g.share * bins)) === bin))
  return binned
    .filter((bin) => bin.length > 0)
    .reduce((sum, bin) => {
      const sure = bin.reduce((total, g) => total + g.share, 0)
      return sum + Math.abs(sure - bin.filter((g) => g.right).length) / guesses.length
    }, 0)
}
