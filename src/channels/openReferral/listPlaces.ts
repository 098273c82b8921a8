import type { z } from 'zod'
import type { Directory, ListedService } from './createDirectory.js'
import { matches } from './matches.js'
import type { serviceAtLocationQuery } from './queries.js'

interface PlaceQuery extends Omit<z.output<typeof serviceAtLocationQuery>, 'postcode'> {
  /** The areas of the postcode. */
  readonly postcode?: readonly string[] | undefined
}

/**
 * The services at their locations that fulfil a query: for a postcode those whose service area has it, the nation-wide ones among them
 * (openapi.json, "postcode"). `proximity` is taken and changes nothing: no location is a place that could be near.
 */
export const listPlaces = ({ services }: Directory, query: PlaceQuery) =>
  services
    .filter(matches(query))
    .filter(({ areas }) => query.postcode?.some((area) => areas.includes(area)) ?? true)
    .flatMap((service) => placesOf(service, query.full))

/** A service at each of its locations; a defunct one has none. */
export const placesOf = ({ summary, record }: ListedService, full: boolean) =>
  (record.service_at_locations ?? []).map((place) => ({ ...place, service: full ? record : summary }))
