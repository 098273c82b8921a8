import type { Contact, ContactPage } from './contactsOf.js'
import type { Place } from './findContact.js'

/**
 * stands: a page prints it. gone: a page was read, and none that was read prints it. moved: printed, but only where the record's address
 * now leads for good. vanished: 404 or 410. unreachable: no answer that can be read. notAllowed: robots.txt says no. notChecked: no page.
 */
export type Verdict = 'stands' | 'gone' | 'moved' | 'vanished' | 'unreachable' | 'notAllowed' | 'notChecked'

/** What was found on one page about one contact. */
export interface Sighting {
  readonly url: string
  readonly part: ContactPage['part']
  readonly result: 'printed' | 'notPrinted' | 'vanished' | 'unreachable' | 'notAllowed'
  readonly movedTo?: string
  /** Why a page was not read. */
  readonly why?: string
  readonly place?: Place
  /** Numbers that the page prints where the contact is gone. */
  readonly instead?: readonly string[]
}

/** What is known of one contact today. */
export interface ContactFinding extends Contact {
  readonly service: string
  readonly name: string
  readonly verdict: Verdict
  readonly sightings: readonly Sighting[]
  /** A source that the keeper may paste into the record. */
  readonly paste?: string
}

/** A page of a record whose address no longer holds. */
export interface AddressFinding {
  readonly url: string
  readonly services: readonly string[]
  readonly withheld: boolean
  readonly movedTo?: string
  readonly vanished: boolean
}

/** Everything that one run found. */
export interface Findings {
  /** The day of the run, such as "2026-11-21". */
  readonly day: string
  readonly pagesAsked: number
  /** Pages that were read, or that their server says are no more. */
  readonly pagesAnswered: number
  readonly contacts: readonly ContactFinding[]
  readonly addresses: readonly AddressFinding[]
}

/** A contact that people are shown, and that no page bears out any more. */
export const needsPerson = ({ verdict, withheld }: ContactFinding): boolean =>
  !withheld && (verdict === 'gone' || verdict === 'moved' || verdict === 'vanished')
