import { extractLinks, extractText, getDocumentProxy } from 'unpdf'
import type { Page } from './Page.js'
import { Unreadable } from './Unreadable.js'

/**
 * The words and links of a PDF.
 * @throws Unreadable when it is broken, locked, or a picture of a page with no words in it.
 */
export async function readPdf(bytes: Uint8Array, where: string): Promise<Page> {
  const { text, links } = await extract(bytes, where)
  if (!/[\p{L}\d]/u.test(text))
    throw new Unreadable(
      `There are no words in the PDF ${where}: it may be a scan`,
      'Ask for the file it was made from, or type out its contacts and check those'
    )
  return { text, links: links.map((href) => ({ href, text: '' })) }
}

async function extract(bytes: Uint8Array, where: string): Promise<{ text: string; links: string[] }> {
  try {
    const pdf: unknown = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    const { text } = await extractText(pdf)
    const { links } = await extractLinks(pdf)
    return { text: text.join('\n\n'), links }
  } catch {
    throw new Unreadable(`The PDF ${where} is broken or locked`, 'Save it again without a password, or save its words as a text file')
  }
}
