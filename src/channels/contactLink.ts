import type { ContactLine } from '../conversation/Reply.js'

/** Where a contact leads when it is tapped; numbers are called, texts are written, pages are opened. */
export function contactLink({ kind, value }: Pick<ContactLine, 'kind' | 'value'>): string {
  if (kind === 'phone') return `tel:${value.replace(/\s/g, '')}`
  if (kind === 'text') return `sms:${value.replace(/\s/g, '')}`
  return kind === 'email' ? `mailto:${value}` : value
}

/** A page of another site, which opens beside this one. */
export const opensPage = ({ kind }: ContactLine): boolean => !['phone', 'text', 'email'].includes(kind)

/** How a contact is shown: numbers and addresses as printed, pages by their site's name. */
export const contactText = (contact: ContactLine): string =>
  opensPage(contact) ? new URL(contact.value).hostname.replace(/^www\./, '') : contact.value
