/** Somebody else wrote the state since it was read. Read it again and do the turn again. Says nothing of whose state it is. */
export class StateConflict extends Error {
  override readonly name = 'StateConflict'

  constructor() {
    super('the state was written by somebody else meanwhile')
  }
}
