import type { z } from 'zod'
import type { Directory } from './createDirectory.js'
import { holdsWords } from './matches.js'
import type { taxonomyTermQuery } from './queries.js'

/** The terms that fulfil a query. Ours have no parents and no children: `top_only` leaves out none, and none has a `parent_id`. */
export const listTerms = ({ terms }: Directory, { search, taxonomy_id, parent_id }: z.output<typeof taxonomyTermQuery>) =>
  terms.filter(
    (term) =>
      parent_id === undefined &&
      (taxonomy_id === undefined || term.taxonomy_id === taxonomy_id) &&
      holdsWords(search, term.name, term.description)
  )
