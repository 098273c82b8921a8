import type { Page } from './Page.js'
import { decodeText } from './decodeText.js'
import { readBytes } from './readBytes.js'
import { readHtml } from './readHtml.js'
import { readPdf } from './readPdf.js'
import { Unreadable } from './Unreadable.js'

/**
 * Reads a web page, leaflet or newsletter: HTML, PDF or plain text, told by what is in it.
 * @param where a file, or an address that begins with http:// or https://
 * @throws Unreadable saying what failed and what to do.
 */
export async function readPage(where: string): Promise<Page> {
  const page = await pageOf(await readBytes(where), where)
  if (page.links.length === 0 && !/[\p{L}\d]/u.test(page.text))
    throw new Unreadable(
      `There are no words in ${where}`,
      'If it is filled in by a script, print it to a PDF from your browser and check that'
    )
  return page
}

async function pageOf(bytes: Uint8Array, where: string): Promise<Page> {
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return readPdf(bytes, where)
  const text = decodeText(bytes)
  if (text === undefined)
    throw new Unreadable(`${where} is not a web page, a PDF or plain text`, 'Save it as a PDF or as plain text and check that')
  return isHtml(text) ? readHtml(text, where) : { text, links: [] }
}

const isHtml = (text: string): boolean => /<(?:!doctype html|html|head|body|div|p|a|table|ul|h[1-6])[\s>/]/i.test(text.slice(0, 65_536))
