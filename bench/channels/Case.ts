/** A way to take a turn. */
export interface Way {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** What is sent for the words of one turn. */
  readonly body: (words: string, turn: number) => string
}

/** A row of the table: a way in, at one server. */
export interface Case {
  readonly title: string
  readonly way: Way
  readonly server: { readonly url: string; readonly pid: number }
  /** The same bodies in, and answers of the same sizes out, of a server that does nothing else. */
  readonly baseline: boolean
}
