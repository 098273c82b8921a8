import type { RequestHandler } from 'express'
import type { z } from 'zod'
import { failByIssue } from './fail.js'
import { give } from './give.js'
import { onePage } from './onePage.js'

/** Handles a list: its parameters are read by the schema, or the wrong one is named with 400. */
export function list<Q extends z.ZodType<Parameters<typeof onePage>[1]>>(
  schema: Q,
  find: (query: z.output<Q>) => readonly unknown[]
): RequestHandler {
  return (request, response) => {
    const query = schema.safeParse(request.query)
    if (query.success) give(response, onePage(find(query.data), query.data))
    else failByIssue(response, query.error)
  }
}
