import type { ListedService } from './createDirectory.js'
import type { ServiceFilter } from './queries.js'

/** Whether a service fulfils every parameter of a list. */
export function matches(query: ServiceFilter): (service: ListedService) => boolean {
  return ({ summary, record }) => {
    const terms = (record.attributes ?? []).map(({ taxonomy_term }) => taxonomy_term)
    return (
      holdsWords(query.search, summary.name, summary.description, summary.organization.name) &&
      (query.organization_id === undefined || summary.organization_id === query.organization_id) &&
      (query.taxonomy_id === undefined || terms.some((term) => term.taxonomy_id === query.taxonomy_id)) &&
      (query.taxonomy_term_id === undefined || terms.some((term) => term.id === query.taxonomy_term_id)) &&
      (query.modified_after === undefined || new Date(summary.last_modified) >= new Date(query.modified_after))
    )
  }
}

/** Every word that is sought stands in one of the texts, in any case. */
export function holdsWords(search = '', ...texts: readonly string[]): boolean {
  const whole = texts.join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word))
}
