import { convert, type DomNode, type FormatCallback } from 'html-to-text'
import { isTooDeep } from './isTooDeep.js'
import type { Page, PageLink } from './Page.js'
import { Unreadable } from './Unreadable.js'

/** Elements whose words stand apart from those beside them: else two table cells would make one number. */
const apart =
  'address area aside blockquote button caption dd details dialog dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr iframe label legend li nav noscript object ol option p pre section select summary svg table tbody td template textarea tfoot th thead title tr ul'

/** Most of a link that is looked at, in elements and in letters. */
const linkLength = 500

/**
 * What a reader of a web page sees, and its links. Words that are hidden until something is pressed are read too; scripts, styles and
 * comments are not.
 * @throws Unreadable when its elements are nested beyond reason.
 */
export function readHtml(html: string, where: string): Page {
  if (isTooDeep(html))
    throw new Unreadable(`The elements of ${where} are nested too deep to be read`, 'Save its words as a text file and check that')
  const links: PageLink[] = []
  const text = convert(html, {
    wordwrap: false,
    baseElements: { selectors: [] },
    limits: { maxInputLength: Number.MAX_SAFE_INTEGER },
    formatters: { words, picture, aside, link: linkTo(links) },
    selectors: [
      ...apart.split(' ').map((selector) => ({ selector, format: 'words' })),
      { selector: 'sup', format: 'aside' },
      { selector: 'img', format: 'picture' },
      { selector: 'a', format: 'link' }
    ]
  })
  return { text, links }
}

const words: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  walk(element.children, builder)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** The mark of a footnote is no figure of the number before it. */
const aside: FormatCallback = (element, walk, builder) => {
  builder.addInline(' ')
  walk(element.children, builder)
}

const picture: FormatCallback = (element, _, builder) => {
  builder.addInline(` ${attribute(element, 'alt')} `)
}

const linkTo =
  (links: PageLink[]): FormatCallback =>
  (element, walk, builder) => {
    const href = attribute(element, 'href')
    if (href !== '') links.push({ href, text: wordsOf(element) })
    walk(element.children, builder)
  }

const attribute = (element: DomNode, name: string): string => (element.attribs as Record<string, string> | undefined)?.[name] ?? ''

function wordsOf(element: DomNode): string {
  const rest: DomNode[] = [element]
  let text = ''
  for (let looked = 0; looked < linkLength; looked++) {
    const node = rest.pop()
    if (node?.type === 'text') text += node.data ?? ''
    else if (node?.type === 'tag') rest.push(...node.children.slice(0, linkLength).reverse())
  }
  return text.slice(0, linkLength)
}
