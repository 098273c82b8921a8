import type { Request } from 'express'
import type { z } from 'zod'
import type { apiDetails as schema } from './schemas.js'

/** What this API is (api_reference.html, 'The "/" endpoint'), with the address at which it was asked. */
export const apiDetails = ({ protocol, host, baseUrl }: Request): z.infer<typeof schema> => ({
  version: 'HSDS-UK-3.0',
  profile: 'https://docs.openreferraluk.org/en/latest/',
  openapi_url: `${protocol}://${host}${baseUrl}/openapi.json`
})
