import type { Answer } from './getOnce.js'
import { NoAnswer } from './NoAnswer.js'

/** Where a redirect leads; `lasting` where the server says that the page has moved for good. */
export interface Hop {
  readonly url: URL
  readonly lasting: boolean
}

/**
 * The redirect in an answer, if it is one.
 * @throws NoAnswer where it leads to what is no page of the web
 */
export function nextHop(from: URL, { status, location }: Answer): Hop | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined
  const url = URL.canParse(location, from.href) ? new URL(location, from) : undefined
  if (url === undefined || !isWeb(url)) throw new NoAnswer('leads to an address that is no web page', { passing: false })
  return { url, lasting: status === 301 || status === 308 }
}

export const isWeb = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:'
