/** The part of XMLHttpRequest that the client of Direct Line uses, which Node has not: by `fetch`, and for JSON only. */
export class FetchRequest {
  readyState = 0
  status = 0
  response: unknown = null
  responseType = 'json'
  timeout = 0
  onreadystatechange?: () => void
  ontimeout?: () => void
  readonly #headers = new Headers()
  readonly #stop = new AbortController()
  #method = 'GET'
  #url = ''

  open(method: string, url: string): void {
    this.#method = method
    this.#url = url
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value)
  }

  getResponseHeader(): null {
    return null
  }

  send(body?: string): void {
    void this.#ask(body).finally(() => {
      this.readyState = 4
      if (!this.#stop.signal.aborted) this.onreadystatechange?.()
    })
  }

  abort(): void {
    this.#stop.abort()
  }

  async #ask(body: string | undefined): Promise<void> {
    const { signal } = this.#stop
    const init = { method: this.#method, headers: this.#headers, signal, ...(body !== undefined && { body }) }
    try {
      const answered = await fetch(this.#url, init)
      this.response = await answered.json()
      this.status = answered.status
    } catch {
      // Status 0 is how a request that failed looks.
    }
  }
}
