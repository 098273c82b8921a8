/** Something found by its name in a message: its id, the words it covers, and the word before it. */
export interface Mention<T> {
  readonly value: T
  readonly at: number
  readonly length: number
  readonly words: string
  readonly before: string
}

/** Looks up names of one or more words in a message; longer names win over shorter ones that they contain. */
export class PhraseIndex<T> {
  readonly #byName = new Map<string, T>()
  /** How many words the longest name has that begins with a word. */
  readonly #longest = new Map<string, number>()

  /** The first owner of a name keeps it. */
  add(words: readonly string[], value: T): void {
    const name = words.join(' ')
    if (name === '' || this.#byName.has(name)) return
    this.#byName.set(name, value)
    const first = words[0] ?? ''
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, words.length))
  }

  get(words: readonly string[]): T | undefined {
    return this.#byName.get(words.join(' '))
  }

  names(): string[] {
    return [...this.#byName.keys()]
  }

  find(words: readonly string[]): Mention<T>[] {
    const found: Mention<T>[] = []
    for (let at = 0; at < words.length;) {
      const mention = this.#longestAt(words, at)
      if (mention !== undefined) found.push(mention)
      at += mention?.length ?? 1
    }
    return found
  }

  #longestAt(words: readonly string[], at: number): Mention<T> | undefined {
    const longest = this.#longest.get(words[at] ?? '') ?? 0
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const name = words.slice(at, at + length).join(' ')
      const value = this.#byName.get(name)
      if (value !== undefined) return { value, at, length, words: name, before: words[at - 1] ?? '' }
    }
    return undefined
  }
}
