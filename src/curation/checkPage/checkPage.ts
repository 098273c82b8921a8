import type { Service } from '../../knowledge/records/service.js'
import { findContacts, type Found } from './findContacts.js'
import { judgeContact, mustChange, type Finding } from './judgeContact.js'
import { knownContacts } from './knownContacts.js'
import type { Page } from './Page.js'

export interface Checked {
  readonly findings: readonly Finding[]
  readonly mismatches: Found['mismatches']
  /** Something on the page is stale, unverified or another place's. */
  readonly mustChange: boolean
}

/** Finds each contact on a page and judges it by the knowledge. Pure: no file, no network, no clock. */
export function checkPage(page: Page, services: ReadonlyMap<string, Service>): Checked {
  const known = knownContacts(services)
  const { contacts, mismatches } = findContacts(page, known)
  const findings = contacts.map((contact) => judgeContact(contact, known, services))
  return { findings, mismatches, mustChange: findings.some(({ verdict }) => mustChange.has(verdict)) }
}
