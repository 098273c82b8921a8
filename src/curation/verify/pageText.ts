import { TextDecoder } from 'node:util'
import { decodeText } from '../checkPage/decodeText.js'
import type { Page } from '../checkPage/Page.js'
import { readHtml } from '../checkPage/readHtml.js'
import { readPdf } from '../checkPage/readPdf.js'
import { Unreadable } from '../checkPage/Unreadable.js'

/** What a page prints, and where its links lead, as written: "tel:", "mailto:", "https:" and the rest. */
export interface PageText {
  readonly text: string
  readonly links: readonly string[]
}

/**
 * Reads HTML, plain text or PDF from the bytes and the content type that a server sent; `undefined` where it is of another kind, or is
 * not what it says it is.
 */
export async function pageText(bytes: Uint8Array, contentType: string, url: string): Promise<PageText | undefined> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/pdf' || Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-') return readableOnly(() => readPdf(bytes, url))
  const text = decode(bytes, contentType)
  if (type === 'text/plain') return { text, links: [] }
  if (!['', 'text/html', 'application/xhtml+xml'].includes(type)) return undefined
  const page = await readableOnly(() => readHtml(text, url))
  return page && { ...page, links: [...page.links, ...hiddenEmails(text)] }
}

async function readableOnly(read: () => Page | Promise<Page>): Promise<PageText | undefined> {
  try {
    const { text, links } = await read()
    return { text, links: links.map(({ href }) => href.trim()) }
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** As the header or the page says; a page that names no charset, or none that there is, is read by its bytes. */
function decode(bytes: Uint8Array, contentType: string): string {
  const meta =
    Buffer.from(bytes.subarray(0, 1024))
      .toString('latin1')
      .match(/<meta[^<>]{1,1000}>/gi) ?? []
  const label = [contentType, ...meta].map((text) => /charset\s*=\s*["']?([\w-]+)/i.exec(text)?.[1]).find((found) => found !== undefined)
  try {
    return label === undefined ? (decodeText(bytes) ?? '') : new TextDecoder(label).decode(bytes)
  } catch {
    return decodeText(bytes) ?? ''
  }
}

/** Emails that Cloudflare keeps out of the HTML and its script prints: hexadecimal bytes, each XOR the first. */
const hiddenEmails = (html: string): string[] =>
  [...html.matchAll(/data-cfemail="([\da-f]{4,400})"/gi)].map(([, hidden = '']) => {
    const [key = 0, ...bytes] = Buffer.from(hidden, 'hex')
    return `mailto:${Buffer.from(bytes.map((byte) => byte ^ key)).toString()}`
  })
