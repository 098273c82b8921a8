import type { RequestHandler } from 'express'
import { z } from 'zod'
import { fail, failByIssue } from './fail.js'
import { give } from './give.js'
import { idParameter } from './queries.js'

const noQuery = z.object({})

/** Handles one record by its id: 400 where the id is no UUID, 404 where there is none. */
export function one<Q extends z.ZodType = typeof noQuery>(find: (id: string, query: z.output<Q>) => unknown, schema?: Q): RequestHandler {
  return (request, response) => {
    const parameter = idParameter.safeParse(request.params)
    const query = (schema ?? noQuery).safeParse(request.query)
    if (!parameter.success) failByIssue(response, parameter.error)
    else if (!query.success) failByIssue(response, query.error)
    else {
      const found = find(parameter.data.id, query.data as z.output<Q>)
      if (found === undefined)
        fail(response, 'not-found', 'id', 'there is no record with this id; the list of the same path has those that there are')
      else give(response, found)
    }
  }
}
