import { existsSync } from 'node:fs'

/** The path of the bundle of Web Chat: the one that WEBCHAT_BUNDLE names, else the one that .ci/run fetches; nothing where there is none. */
export function findWebChat(): string | undefined {
  const named = process.env['WEBCHAT_BUNDLE']
  if (named !== undefined && named !== '') return named
  return existsSync('.cache/webchat.js') ? '.cache/webchat.js' : undefined
}
