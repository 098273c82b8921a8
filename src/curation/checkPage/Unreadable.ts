/** A page that cannot be read: says what failed and what to do. */
export class Unreadable extends Error {
  constructor(what: string, mend: string) {
    super(`${what}. ${mend}`)
    this.name = 'Unreadable'
  }
}

export const mostBytes = 10 * 1024 * 1024

export const tooLarge = (where: string): Unreadable =>
  new Unreadable(`${where} is larger than 10 MB`, 'Check its parts one by one, or save its words as a text file and check that')
