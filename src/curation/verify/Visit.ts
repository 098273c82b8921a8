import type { PageText } from './pageText.js'

/** How a visit ended; `movedTo` is where the page has moved for good. */
export type Visit = { readonly movedTo?: string } & (
  | { readonly kind: 'read'; readonly page: PageText }
  | { readonly kind: 'vanished'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'notAllowed' }
)
