/** A request that brought no page; the message says why, in words for the keeper. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  /** A second try may do better. */
  readonly passing: boolean

  constructor(message: string, { passing }: { readonly passing: boolean }) {
    super(message)
    this.passing = passing
  }
}

/** Why a request failed, told from the error of Node. */
export function noAnswerFrom(error: unknown, timeout: number): NoAnswer {
  if (error instanceof NoAnswer) return error
  const { name, code = '' } = error as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return new NoAnswer(`did not answer in full within ${String(timeout / 1000)} seconds`, { passing: true })
  if (/^(ENOTFOUND|EAI_)/.test(code)) return new NoAnswer(`the name of the site could not be looked up (DNS: ${code})`, { passing: true })
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code)) return new NoAnswer(`no secure connection (TLS: ${code})`, { passing: false })
  if (/^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code)) return new NoAnswer(`sent bytes that cannot be unpacked (${code})`, { passing: false })
  return new NoAnswer(`the connection failed (${code === '' ? name : code})`, { passing: true })
}
