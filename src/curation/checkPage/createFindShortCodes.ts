import { contactKey } from './contactKey.js'
import { isToCall } from './isToCall.js'
import type { KnownContacts, Owner } from './knownContacts.js'
import type { Mention } from './Mention.js'

/** Makes the finder of the knowledge's numbers of three to six figures, where a page gives them as numbers to call or text. */
export function createFindShortCodes({ owners }: KnownContacts): (text: string) => Mention[] {
  const codes = new Map([...owners].filter(([key]) => /^number:\d{3,6}$/.test(key)))
  const written = [...codes.keys()].map((key) => Array.from(key.slice('number:'.length)).join(' ?')).join('|')
  if (written === '') return () => []
  const pattern = new RegExp(`(?<![\\d.,£$€#\\w-]|(?<!\\b\\d{3})/)(?:${written})(?![\\w%-]|[.,:]\\d|/(?!\\d{3}\\b))`, 'g')
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: shown, index: start }) => {
      const key = contactKey('number', shown)
      const at = { start, end: start + shown.length }
      return isToCall(text, at, namesOf(codes.get(key) ?? [])) ? [{ kind: 'number', key, shown, ...at } as const] : []
    })
}

const namesOf = (owners: readonly Owner[]): string[] =>
  owners.flatMap(({ service }) => [service.name, service.organisation, ...service.aliases])
