import type { ContactLine } from '../../conversation/Reply.js'

/** Where a contact leads when it is tapped; numbers are called, texts are written, pages are opened. */
export function contactLink({ kind, value }: ContactLine): string {
  if (kind === 'phone') return `tel:${value.replace(/\s/g, '')}`
  if (kind === 'text') return `sms:${value.replace(/\s/g, '')}`
  return kind === 'email' ? `mailto:${value}` : value
}
