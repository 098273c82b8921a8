import type { ContactPoint } from '../../knowledge/records/service.js'
import type { Mention } from './Mention.js'

type Kind = Mention['kind']

/** The plainest form of a contact: a number in its figures as dialled in the UK, an address in small letters without what may differ. */
export const contactKey = (kind: Kind, value: string): string =>
  `${kind}:${kind === 'number' ? dialled(value) : kind === 'email' ? value.trim().toLowerCase() : pageKey(value)}`

export const keyOfPoint = (point: ContactPoint): string => {
  if ('number' in point) return contactKey('number', point.number)
  return 'address' in point ? contactKey('email', point.address) : contactKey('web', point.url)
}

/** The site of the key of a web address. */
export const siteOf = (key: string): string => key.slice('web:'.length).split(/[/?]/)[0] ?? ''

const dialled = (text: string): string => text.replace(/\D/g, '').replace(/^(?:00)?440?(?=\d{7,})/, '0')

/** Host and path, and the question after them unless it only counts visitors. */
function pageKey(address: string): string {
  const written = /^(?:https?:)?\/\//i.test(address) ? address.replace(/^\/\//, 'http://') : `http://${address}`
  if (!URL.canParse(written)) return address.toLowerCase()
  const { hostname, pathname, searchParams } = new URL(written)
  const asked = [...searchParams].filter(([name]) => !/^(?:utm_|gclid|fbclid)/i.test(name)).map((pair) => pair.join('='))
  const page = `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
  return [page, ...asked].join('?').toLowerCase()
}
