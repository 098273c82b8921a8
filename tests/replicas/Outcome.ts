/** What became of one turn that was sent. */
export interface Outcome {
  /** 0 where no answer came. */
  readonly status: number
  /** Why no answer came, such as ECONNRESET. */
  readonly error?: string
  /** What the person reads. */
  readonly text: string
  readonly state: object
  readonly ms: number
}

/** An answer that helps: the reply to the turn, or a refusal that names the emergency number. */
export const helps = ({ status, text }: Outcome): boolean => (status === 200 ? text !== '' : text.includes('999'))
