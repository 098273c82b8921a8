/** One place in a text where a contact stands. */
export interface Mention {
  readonly kind: 'number' | 'email' | 'web'
  /** The contact in its plainest form: two spellings of one contact have one key. */
  readonly key: string
  readonly shown: string
  readonly start: number
  readonly end: number
}
