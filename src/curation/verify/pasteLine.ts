import type { Contact } from './contactsOf.js'
import type { Sighting } from './Finding.js'
import { kindNames } from './kindNames.js'

/** A source of a record, as YAML, which says that a page prints a contact on a day. */
export const pasteLine = ({ kind, value }: Contact, { url, movedTo }: Sighting, day: string): string =>
  [`  - url: ${movedTo ?? url}`, `    assuredDate: "${day}"`, `    says: prints the ${kindNames[kind]} ${value}`].join('\n')
