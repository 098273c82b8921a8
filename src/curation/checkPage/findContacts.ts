import { createFindMentions } from './createFindMentions.js'
import { groupBy } from './groupBy.js'
import type { KnownContacts } from './knownContacts.js'
import { lookAtLink, type Mismatch } from './lookAtLink.js'
import type { Mention } from './Mention.js'
import type { Page } from './Page.js'
import { tidyText } from './tidyText.js'

/** A contact that a page gives. */
export interface Contact {
  readonly kind: Mention['kind']
  readonly key: string
  /** As it is printed where it stands first. */
  readonly shown: string
  readonly times: number
  /** The words around its first place, 60 letters at most. */
  readonly context: string
}

export interface Found {
  readonly contacts: readonly Contact[]
  readonly mismatches: readonly Mismatch[]
}

const contextLength = 60
const contextBefore = 24

/** Every contact on a page, once each, in the order of the page and then of its links. A link that shows what it goes to counts once. */
export function findContacts({ text, links }: Page, known: KnownContacts): Found {
  const find = createFindMentions(known)
  const tidy = tidyText(text)
  const printed = find(tidy).map((mention) => placeOf(mention, tidy))
  const keys = new Set(printed.map(({ key }) => key))
  const looked = links.map((link) => lookAtLink(link, find, known))
  const hidden = looked.flatMap(({ target, shows, text: words }) =>
    target === undefined || (keys.has(target.key) && shows.has(target.key)) ? [] : [{ ...target, context: linkContext(words) }]
  )
  return { contacts: merge([...printed, ...hidden]), mismatches: looked.flatMap(({ mismatch }) => mismatch ?? []) }
}

type Place = Omit<Contact, 'times'>

function placeOf({ kind, key, shown, start }: Mention, text: string): Place {
  const before = text.slice(Math.max(0, start - contextBefore), start)
  const whole = start > contextBefore ? before.replace(/^\S+/, '') : before
  const context = text.slice(start - whole.length, start - whole.length + contextLength)
  return { kind, key, shown: onOneLine(shown), context: onOneLine(context) }
}

const linkContext = (words: string): string => onOneLine(words === '' ? 'a link' : `a link: ${words}`.slice(0, contextLength))

const onOneLine = (text: string): string => text.replaceAll(/\n+/g, ' ').trim()

function merge(places: readonly Place[]): Contact[] {
  return [...groupBy(places, ({ key }) => key).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, times: 1 + more.length }]
  )
}
