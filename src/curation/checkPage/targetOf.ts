import { contactKey } from './contactKey.js'
import type { Mention } from './Mention.js'
import { tidyText } from './tidyText.js'

export type Target = Pick<Mention, 'kind' | 'key' | 'shown'>

/** The contact that a link goes to; undefined for a place on its own site. */
export function targetOf(href: string): Target | undefined {
  const [, scheme = '', rest = ''] = /^\s*([a-z]{2,9}):(.*)$/is.exec(href) ?? []
  const shown = tidyText(decoded(rest.split('?')[0] ?? '')).trim()
  switch (scheme.toLowerCase()) {
    case 'tel':
    case 'sms':
    case 'callto':
      return /\d{3}/.test(shown.replace(/\D/g, '')) ? { kind: 'number', key: contactKey('number', shown), shown } : undefined
    case 'mailto':
      return shown.includes('@') ? { kind: 'email', key: contactKey('email', shown), shown } : undefined
    case 'http':
    case 'https':
      return { kind: 'web', key: contactKey('web', href.trim()), shown: tidyText(href).trim() }
    default:
      return undefined
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
