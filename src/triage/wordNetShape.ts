/** How many parts of each kind a net has. */
export interface WordNetShape {
  /** Cells that read forwards, and as many that read backwards. */
  readonly cells: number
  /** log2 of the number of buckets that the character n-grams of unknown words are hashed into. */
  readonly bits: number
}

/** Numbers a row: for each direction, candidates and gates for the word itself, then candidates and gates for the word read next. */
export const rowSize = ({ cells }: WordNetShape): number => 8 * cells

/** Outputs of the cells: for each direction, the largest states, then the last states. As many biases: of candidates, then of gates. */
export const outputSize = ({ cells }: WordNetShape): number => 4 * cells
