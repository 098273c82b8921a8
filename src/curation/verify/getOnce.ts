import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createUnzip } from 'node:zlib'
import { createGuardedLookup, privateAddress, type FindAddresses, type MayReach } from './createGuardedLookup.js'
import { NoAnswer, noAnswerFrom } from './NoAnswer.js'

/** What a server answered to one GET. */
export interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly contentType: string | undefined
  readonly body: Uint8Array
}

export interface GetOptions {
  readonly userAgent: string
  /** Milliseconds until the last byte. */
  readonly timeout: number
  readonly mostBytes: number
  readonly findAddresses: FindAddresses
  readonly mayReach: MayReach
}

/**
 * One GET, with no redirect followed.
 * @throws NoAnswer
 */
export async function getOnce(url: URL, options: GetOptions): Promise<Answer> {
  const { userAgent, timeout, mostBytes, findAddresses, mayReach } = options
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayReach(host)) throw privateAddress()
  const headers = {
    'user-agent': userAgent,
    accept: 'text/html,application/pdf,text/plain,*/*;q=0.1',
    'accept-encoding': 'gzip, deflate, br'
  }
  const signal = AbortSignal.timeout(timeout)
  try {
    const response = await ask(url, { agent: false, headers, signal, lookup: createGuardedLookup(findAddresses, mayReach) })
    const { location, 'content-type': contentType } = response.headers
    return { status: response.statusCode ?? 0, location, contentType, body: await bodyOf(response, mostBytes) }
  } catch (error) {
    throw signal.aborted ? noAnswerFrom(signal.reason, timeout) : noAnswerFrom(error, timeout)
  }
}

const ask = (url: URL, options: https.RequestOptions): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { get } = url.protocol === 'https:' ? https : http
    get(url, options, resolve).on('error', reject)
  })

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of unpacked(response)) {
    size += (chunk as Buffer).length
    if (size > mostBytes) throw new NoAnswer(`is larger than ${(mostBytes / 1_000_000).toFixed(1)} MB`, { passing: false })
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** Either stream ends the other, and its fault is the other's. */
function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? ''
  const ended = (): void => undefined
  if (encoding === 'br') return pipeline(response, createBrotliDecompress(), ended)
  return ['gzip', 'x-gzip', 'deflate'].includes(encoding) ? pipeline(response, createUnzip(), ended) : response
}
