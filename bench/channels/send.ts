import { request, type Agent } from 'node:http'
import type { Case } from './Case.js'

/** Sends one turn and reads the answer to its end; gives its bytes as sent. @throws Error for any other status than 200 */
export function send({ way, server, baseline }: Case, words: string, turn: number, bytes: number, agent?: Agent): Promise<number> {
  const body = way.body(words, turn)
  const headers = { ...way.headers, 'content-length': Buffer.byteLength(body), ...(baseline && { 'x-bytes': bytes }) }
  const url = server.url + (baseline ? '/' : way.path)
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, ...(agent !== undefined && { agent }) }, (response) => {
      let received = 0
      response.on('data', (chunk: Buffer) => (received += chunk.length))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(received)
        else reject(new Error(`Answered with ${String(response.statusCode)}.`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
