import type { PageText } from './pageText.js'
import type { Contact } from './contactsOf.js'
import { isShortCode, nationalDigits, printedAs } from './printedAs.js'

/** Where on a page a contact stands: in its words, or only in a link such as "tel:". */
export type Place = 'text' | 'link'

/** Whether a page prints a contact, in any spacing; `undefined` where it does not. */
export function findContact({ kind, value }: Contact, { text, links }: PageText): Place | undefined {
  const plain = withoutInvisible(text)
  if (kind === 'email') return emailAs(value).test(plain) ? 'text' : mailsTo(value, links) ? 'link' : undefined
  const printed = isShortCode(value) ? speaksOf(printedAs(value), plain) : printedAs(value).test(plain)
  return printed ? 'text' : leadsTo(value, links) ? 'link' : undefined
}

/** One kind of space and figure; no soft hyphens and nothing of no width. */
const withoutInvisible = (text: string): string => text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')

/** A short code counts beside words of calling: the figure alone may be anything. */
const calling = /\b(call|dial|ring|phone|telephone|tel|text|sms|message|number|contact|helpline|line|emergency|police|nhs)/i

const speaksOf = (pattern: RegExp, text: string): boolean =>
  [...text.matchAll(new RegExp(pattern, 'g'))].some(({ index, 0: found }) =>
    calling.test(text.slice(Math.max(0, index - 60), index + found.length + 60))
  )

function emailAs(address: string): RegExp {
  const [local = '', domain = ''] = address.split('@').map(literal)
  return new RegExp(`(?<![\\w.+-])${local}\\s?(?:@|\\[at\\]|\\(at\\))\\s?${domain}(?![\\w-]|\\.\\w)`, 'i')
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const leadsTo = (number: string, links: readonly string[]): boolean =>
  links
    .map((link) => /^(?:tel|sms|callto):(?:\/\/)?([^;,?&]*)/i.exec(decoded(link))?.[1])
    .some((target) => target !== undefined && nationalDigits(target) === nationalDigits(number))

const mailsTo = (address: string, links: readonly string[]): boolean =>
  links
    .map((link) => /^mailto:([^?]*)/i.exec(decoded(link))?.[1] ?? '')
    .some((to) =>
      to
        .toLowerCase()
        .split(/[,;\s]+/)
        .includes(address.toLowerCase())
    )

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
