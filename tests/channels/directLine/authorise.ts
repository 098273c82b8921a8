import type { RequestHandler, Response } from 'express'
import { readToken, type Claims } from './token.js'

/** With it a conversation begins without a token, and so without a known person. */
export const secret = 'secret'

/** Who calls: the secret names neither a conversation nor a person. */
export type Caller = Partial<Claims>

/** Lets through who has a token, or the secret. */
export const authorise: RequestHandler = (request, response, next) => {
  const authorization = request.get('authorization')
  const caller: Caller | undefined = authorization === `Bearer ${secret}` ? {} : readToken(authorization)
  if (caller === undefined) response.status(403).json({ error: { code: 'BadArgument', message: 'Invalid token or secret' } })
  else {
    response.locals['caller'] = caller
    next()
  }
}

/** Whom `authorise` let through. */
export const callerOf = ({ locals }: Response): Caller => locals['caller'] as Caller
