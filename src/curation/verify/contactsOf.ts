import type { Service, Status } from '../../knowledge/records/service.js'
import { statusOf } from '../../knowledge/statusOf.js'

/** A number or an email of a record. */
export interface Contact {
  readonly kind: 'phone' | 'text' | 'email'
  readonly value: string
  /** Never shown to the public today. */
  readonly withheld: boolean
}

/** A page that should print the contacts of a service. */
export interface ContactPage {
  readonly url: string
  readonly part: 'own' | 'confirm' | 'source'
  /** Stands in the record beside what is not shown today. */
  readonly withheld: boolean
}

/** The numbers, text numbers and emails of a record that are shown, or might be again. */
export function contactsOf(service: Service): Contact[] {
  return service.contactPoints.flatMap((point): Contact[] => {
    const withheld = statusOf(service, point) !== 'current'
    if (!mayReturn(statusOf(service, point))) return []
    if ('number' in point) return [{ kind: point.kind, value: point.number, withheld }]
    return 'address' in point ? [{ kind: point.kind, value: point.address, withheld }] : []
  })
}

/**
 * Where a service's contacts should stand, each page once, in this order:
 * 1. own: the pages that are themselves a way to reach it (web, form, chat, video);
 * 2. confirm: the pages on which a number is to be confirmed;
 * 3. source: pages that the record says print a number or an email (`printsContacts`).
 * Records that were superseded or belong elsewhere have none.
 */
export function pagesOf(service: Service): ContactPage[] {
  const points = service.contactPoints.filter((point) => mayReturn(statusOf(service, point)))
  const pages = [
    ...points.flatMap((point) => ('url' in point ? [page(point.url, 'own', statusOf(service, point))] : [])),
    ...points.flatMap((point) => (point.confirmOn === undefined ? [] : [page(point.confirmOn, 'confirm', statusOf(service, point))])),
    ...(mayReturn(service.status) ? service.sources : []).flatMap((source) =>
      'url' in source && printsContacts(source.says) ? [page(source.url, 'source', service.status)] : []
    )
  ]
  return pages.filter(({ url }, at) => pages.findIndex((other) => other.url === url) === at)
}

const page = (url: string, part: ContactPage['part'], status: Status): ContactPage => ({ url, part, withheld: status !== 'current' })

const mayReturn = (status: Status): boolean => status === 'current' || status === 'unverified'

/** What a source says speaks of a number or an email, or of printing, and not of their absence. */
export const printsContacts = (says: string): boolean =>
  /\b(numbers?|emails?|prints|printed)\b/i.test(says) && !/\b(no|without an?) ([\w-]+ )?(number|email)\b/i.test(says)
