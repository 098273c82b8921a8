/** Something that a keeper of the data should know. */
export interface Finding {
  /** mend: it breaks a promise. recheck: its day has come. note: nothing is wrong, and better is possible. */
  readonly weight: 'mend' | 'recheck' | 'note'
  readonly file: string
  /** What is so, and what to do about it. */
  readonly says: string
}
