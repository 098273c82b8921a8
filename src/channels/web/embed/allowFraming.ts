import type { RequestHandler } from 'express'
import helmet from 'helmet'

type Directives = Readonly<Record<string, readonly string[]>>

/** Lets pages of some origins, and of no other, show what follows in a frame; all else of the policy stays. */
export function allowFraming(origins: readonly string[], policy: Directives): RequestHandler[] {
  const directives = Object.fromEntries(
    Object.entries({ ...policy, 'frame-ancestors': origins }).map(([name, values]) => [name, [...values]])
  )
  return [
    helmet.contentSecurityPolicy({ useDefaults: false, directives }),
    // A host page that isolates itself (COEP) may still hold the frame: all that the chat loads is its own.
    helmet.crossOriginEmbedderPolicy(),
    helmet.crossOriginResourcePolicy({ policy: 'cross-origin' }),
    (_, response, next) => {
      // It knows no list of origins, and would forbid what frame-ancestors allows.
      response.removeHeader('X-Frame-Options')
      next()
    }
  ]
}
