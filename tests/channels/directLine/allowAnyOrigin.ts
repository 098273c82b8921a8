import type { RequestHandler } from 'express'

/** Lets pages of every origin ask, as the real service does. */
export const allowAnyOrigin: RequestHandler = (request, response, next) => {
  response.set({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': request.get('access-control-request-headers') ?? '*'
  })
  if (request.method === 'OPTIONS') response.status(204).end()
  else next()
}
