import type { ContactPoint } from './records/service.js'

/** The number, email address or web address of a contact point, as it is written. */
export const contactValue = (point: ContactPoint): string =>
  'number' in point ? point.number : 'address' in point ? point.address : point.url
