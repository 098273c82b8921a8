import { contactKey, siteOf } from './contactKey.js'
import type { KnownContacts } from './knownContacts.js'
import type { Mention } from './Mention.js'
import type { PageLink } from './Page.js'
import { targetOf, type Target } from './targetOf.js'
import { tidyText } from './tidyText.js'

/** A link that shows one contact and goes to another. */
export interface Mismatch {
  readonly shown: string
  readonly goesTo: string
}

export interface Looked {
  /** The contact it goes to, when that counts as one. */
  readonly target?: Target
  readonly text: string
  /** The contacts that its words show. */
  readonly shows: ReadonlySet<string>
  readonly mismatch?: Mismatch
}

/**
 * What a link shows and where it goes. Going to a web address counts only where the knowledge has that very page, or knows the site
 * as out of date: other links are no contacts.
 */
export function lookAtLink(link: PageLink, find: (text: string) => Mention[], known: KnownContacts): Looked {
  const text = tidyText(link.text).trim()
  const target = targetOf(link.href)
  if (target === undefined) return { text, shows: new Set() }
  const shown = mentionsIn(text, find, known)
  const other = shown.some((mention) => isSame(mention, target)) ? undefined : shown.find(({ kind }) => kind === target.kind)
  return {
    text,
    shows: new Set(shown.map(({ key }) => key)),
    ...((target.kind !== 'web' || isOurs(target.key, known)) && { target }),
    ...(other !== undefined && { mismatch: { shown: other.shown, goesTo: target.shown } })
  }
}

/** In a link, a known short number that stands alone is one to call. */
function mentionsIn(text: string, find: (text: string) => Mention[], { owners }: KnownContacts): Mention[] {
  const key = contactKey('number', text)
  const alone = /^[\d ]{3,9}$/.test(text) && owners.has(key)
  return alone ? [{ kind: 'number', key, shown: text, start: 0, end: text.length }] : find(text)
}

const isSame = (a: Mention, b: Target): boolean =>
  a.kind === b.kind && (a.key === b.key || (a.kind === 'web' && siteOf(a.key) === siteOf(b.key)))

const isOurs = (key: string, { owners, sites }: KnownContacts): boolean =>
  owners.has(key) || sites.get(siteOf(key))?.every(({ given }) => !given) === true
