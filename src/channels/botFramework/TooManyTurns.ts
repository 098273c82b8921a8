/** A conversation has had its turns of this minute. */
export class TooManyTurns extends Error {
  override readonly name = 'TooManyTurns'
}
