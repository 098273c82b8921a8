import { pageText } from './pageText.js'
import type { Answer } from './getOnce.js'
import type { Visit } from './Visit.js'

/** What an answer that is no redirect holds: a page, or why there is none. */
export async function readAnswer({ status, body, contentType = '' }: Answer, url: URL): Promise<Visit> {
  if (status === 404 || status === 410) return { kind: 'vanished', status }
  if (status >= 500) return { kind: 'unreachable', why: `the server fails (${String(status)})` }
  if (status < 200 || status >= 300) return { kind: 'unreachable', why: `the server refuses (${String(status)})` }
  const page = await pageText(body, contentType, url.href)
  if (page === undefined)
    return { kind: 'unreachable', why: `is not a page that can be read (${contentType === '' ? 'of no stated type' : contentType})` }
  if (page.text.trim() === '' && page.links.length === 0) return { kind: 'unreachable', why: 'shows no words without its scripts' }
  return { kind: 'read', page }
}
