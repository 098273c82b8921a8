import type { ContactLine } from './Reply.js'

/** Of the contacts of these kinds the one that answers now, else the first. */
export const reachBy = (contacts: readonly ContactLine[], ...kinds: ContactLine['kind'][]): ContactLine | undefined =>
  contacts.find(({ kind, open }) => kinds.includes(kind) && open === 'open') ?? contacts.find(({ kind }) => kinds.includes(kind))
