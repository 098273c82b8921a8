import type { z } from 'zod'
import type { Directory, ListedService } from './createDirectory.js'
import { matches } from './matches.js'
import type { serviceQuery } from './queries.js'

/** The services that fulfil a query, in the length that it asks for. */
export const listServices = ({ services }: Directory, query: z.output<typeof serviceQuery>) =>
  services.filter(matches(query)).map((service) => inLength(service, query))

function inLength({ summary, record }: ListedService, { minimal, full }: z.output<typeof serviceQuery>) {
  if (minimal) return { id: summary.id, modified_date: summary.last_modified }
  return full ? record : summary
}
