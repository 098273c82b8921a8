import { z } from 'zod'
import { WrongSetting } from '../../WrongSetting.js'

// Letters, digits, dots and hyphens alone: nothing that could end a directive of a Content-Security-Policy, and no wildcard.
const origin = z
  .string()
  .regex(/^(https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*|http:\/\/localhost)(:\d{1,5})?$/)
  .refine((value) => URL.canParse(value) && new URL(value).origin === value)

/**
 * The origins that may show the chat in their pages, from words such as `https://www.council.example https://charity.example`.
 * @throws WrongSetting naming the first one that is not an origin as a browser writes it.
 */
export function readEmbedOrigins(words: string | undefined): string[] {
  const origins = [...new Set((words ?? '').split(/\s+/).filter((word) => word !== ''))]
  const wrong = origins.find((word) => !origin.safeParse(word).success)
  if (wrong === undefined) return origins
  throw new WrongSetting(
    `SIGNPOST_EMBED_ORIGINS: "${wrong}" is not the origin of a web site. ` +
      'Write https://host or https://host:port in small letters, without a path, an end slash, a standard port or a wildcard ' +
      '(http://localhost:port to try it), with a space between two.'
  )
}
