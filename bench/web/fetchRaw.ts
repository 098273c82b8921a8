import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

export interface Fetched {
  readonly status: number
  readonly encoding: string
  /** The bytes of the body as sent. */
  readonly bytes: number
  /** The body as read. */
  readonly text: string
}

/** Fetches without undoing the encoding, so that what is counted is what went over the wire. */
export function fetchRaw(url: URL, encoding: Encoding, form?: Readonly<Record<string, string>>): Promise<Fetched> {
  const body = form && new URLSearchParams(form).toString()
  const headers = { 'accept-encoding': encoding, accept: '*/*', ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const [bytes, as] = [Buffer.concat(chunks), response.headers['content-encoding'] ?? 'identity']
        resolve({ status: response.statusCode ?? 0, encoding: as, bytes: bytes.length, text: decode(bytes, as).toString() })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function decode(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'br') return brotliDecompressSync(bytes)
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes
}
