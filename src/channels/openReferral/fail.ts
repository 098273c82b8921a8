import type { Response } from 'express'
import type { z } from 'zod'
import { fieldOf } from '../../knowledge/fieldOf.js'
import type { failure } from './schemas.js'

/** Answers with what is wrong, in which field, and the mend. It never repeats a value that was sent. */
export function fail(response: Response, error: z.infer<typeof failure>['error'], field: string, message: string): void {
  response.status(error === 'not-found' ? 404 : 400).json({ error, message, field } satisfies z.infer<typeof failure>)
}

/** The same for the first fault that a schema found. */
export function failByIssue(response: Response, { issues: [issue] }: z.ZodError): void {
  if (issue?.code === 'unrecognized_keys')
    fail(
      response,
      'bad-request',
      fieldOf(issue.keys.slice(0, 1)),
      'there is no such parameter here; /openapi.json of this API lists those that there are'
    )
  else fail(response, 'bad-request', fieldOf(issue?.path), issue?.message ?? '')
}
