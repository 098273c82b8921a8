/** A command line that names nothing we can do; the message says what would be right and holds no words of a person. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}
