import { usualPage } from './queries.js'

interface Paging {
  readonly page: number
  readonly per_page?: number | undefined
  /** Asked for ids and dates alone: then all come in one page unless a size was asked for (openapi.json, "minimal"). */
  readonly minimal?: boolean
}

/** One page of a list in the envelope of HSDS (api_reference.html, "Lists"). An empty list has one page; a page behind the last is empty. */
export function onePage<T>(items: readonly T[], { page, per_page, minimal = false }: Paging) {
  const size = per_page ?? (minimal ? Math.max(1, items.length) : usualPage)
  const totalPages = Math.max(1, Math.ceil(items.length / size))
  const contents = items.slice((page - 1) * size, page * size)
  return {
    total_items: items.length,
    total_pages: totalPages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= totalPages,
    empty: contents.length === 0,
    contents
  }
}
