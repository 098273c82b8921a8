import type { ContactLine } from './Reply.js'

/** What is said of a contact behind its number or address. */
export const asides = ({ label, note }: Pick<ContactLine, 'label' | 'note'>): string =>
  `${label === undefined ? '' : ` (${label})`}${note === undefined ? '' : `. ${note}`}`
