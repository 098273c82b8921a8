import type { Response } from 'express'

/** Gives a record or a list, which anybody may keep for five minutes. */
export function give(response: Response, body: unknown): void {
  response.set('Cache-Control', 'public, max-age=300').json(body)
}
