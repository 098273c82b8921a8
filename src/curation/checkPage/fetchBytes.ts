import { mostBytes, tooLarge, Unreadable } from './Unreadable.js'

const patience = 20_000
const userAgent = 'Signpost check-page (reads one page for its editor and checks the contacts printed on it)'
const mend = 'Check the address, or save the page from your browser and check the file'

/**
 * A web page, of 10 MB at most, that answers within 20 seconds.
 * @throws Unreadable saying what failed.
 */
export async function fetchBytes(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { headers: { 'user-agent': userAgent }, signal: AbortSignal.timeout(patience) })
    if (!response.ok) throw new Unreadable(`${url} answered ${String(response.status)}, not a page`, mend)
    return await bodyOf(response, url)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`${url} could not be fetched (${reasonOf(error)})`, mend)
  }
}

async function bodyOf(response: Response, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length
    if (size > mostBytes) throw tooLarge(url)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error
  if (name === 'TimeoutError') return 'no answer in 20 seconds'
  const { code, message: reason } = (cause ?? {}) as Partial<NodeJS.ErrnoException>
  return code ?? reason ?? message
}
