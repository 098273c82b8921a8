import type { z } from 'zod'
import type { Directory } from './createDirectory.js'
import { holdsWords } from './matches.js'
import type { organizationQuery } from './queries.js'
import type { Organization } from './schemas.js'

/** The organisations that fulfil a query: alone, with their services in short, or with all of those. */
export const listOrganizations = (directory: Directory, { search, full, full_service }: z.output<typeof organizationQuery>) =>
  directory.organizations
    .filter(({ name, description }) => holdsWords(search, name, description))
    .map((organization) => (full || full_service ? withServices(directory, organization, full_service) : organization))

/** An organisation with its services. */
export function withServices({ services }: Directory, organization: Organization, full: boolean) {
  const own = services.filter(({ summary }) => summary.organization_id === organization.id)
  return { ...organization, services: own.map(({ summary, record }) => (full ? record : summary)) }
}
