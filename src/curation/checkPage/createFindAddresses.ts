import { LinkifyIt } from 'linkify-it'
import { contactKey } from './contactKey.js'
import type { KnownContacts } from './knownContacts.js'
import type { Mention } from './Mention.js'

/** Ends of names that are addresses even without "www" before them; a full stop with no space after it is not. */
const endings = ['uk', 'com', 'org', 'net', 'info', 'eu', 'gov', 'edu', 'scot', 'wales', 'cymru', 'ie']

/** Makes the finder of email and web addresses. */
export function createFindAddresses({ sites }: KnownContacts): (text: string) => Mention[] {
  const known = [...sites.keys()].map((site) => site.split('.').at(-1) ?? '')
  const linkify = new LinkifyIt({ fuzzyLink: true, tlds: [...new Set([...endings, ...known])] })
  return (text) =>
    (linkify.match(text) ?? [])
      .filter(({ schema }) => schema !== 'ftp:')
      .map(({ schema, raw, url, index, lastIndex }) => {
        const kind = schema === 'mailto:' ? 'email' : 'web'
        const value = kind === 'email' ? url.replace(/^mailto:/i, '') : url
        return { kind, key: contactKey(kind, value), shown: raw, start: index, end: lastIndex }
      })
}
