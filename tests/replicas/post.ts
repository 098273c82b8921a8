import { request, type Agent } from 'node:http'
import type { Outcome } from './Outcome.js'

export interface Sending {
  readonly agent?: Agent
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends JSON and waits for what becomes of it, however that ends. */
export function post(url: string, body: object, { agent, headers = {} }: Sending = {}): Promise<Outcome> {
  const began = performance.now()
  const outcome = (status: number, json: string, error?: string): Outcome => ({
    status,
    ms: performance.now() - began,
    ...read(json),
    ...(error !== undefined && { error })
  })
  const settings = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, ...(agent !== undefined && { agent }) }
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      resolve(outcome(0, '', error.code ?? error.name))
    }
    const sent = request(url, settings, (response) => {
      const chunks: Buffer[] = []
      response.on('error', fail)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve(outcome(response.statusCode ?? 0, Buffer.concat(chunks).toString()))
      })
    })
    sent.on('error', fail)
    sent.end(JSON.stringify(body))
  })
}

/** An answer of REST, of the bot, or a refusal. */
interface Answer {
  readonly reply?: { readonly text: string }
  readonly state?: object
  readonly activities?: readonly { readonly text: string }[]
}

function read(json: string): Pick<Outcome, 'text' | 'state'> {
  const { reply, state = {}, activities = [] } = (json === '' ? {} : JSON.parse(json)) as Answer
  return { text: reply?.text ?? activities.map(({ text }) => text).join('\n'), state }
}
