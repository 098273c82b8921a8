/** How many parts of each kind a net has. */
export interface WordNetShape {
  /** Filters that see runs of 1 word, as many that see runs of 2, and so on up to `widths`. */
  readonly filters: number
  readonly widths: number
  /** Cells that read forwards, and as many that read backwards. */
  readonly cells: number
  /** log2 of the number of buckets that the character n-grams of unknown words are hashed into. */
  readonly bits: number
}

/** Numbers a row. */
export const rowSize = ({ filters, widths, cells }: WordNetShape): number => (filters * widths * (widths + 1)) / 2 + 8 * cells

/** Biases of a net, one for each filter, candidate and gate; and as many outputs of its parts. */
export const biasesOf = ({ filters, widths, cells }: WordNetShape): number => filters * widths + 4 * cells
