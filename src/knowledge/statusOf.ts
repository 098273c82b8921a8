import type { ContactPoint, Service, Status } from './records/service.js'

/** The status of a contact point: its own, or that of its service. */
export const statusOf = (service: Pick<Service, 'status'>, point: ContactPoint): Status => point.status ?? service.status
