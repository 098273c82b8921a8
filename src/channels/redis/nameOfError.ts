import { ErrorReply } from 'redis'

/** What may stand in a log about an error: the system's code, the first word of a refusal such as READONLY, or the error's class. */
export function nameOfError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  if (error instanceof ErrorReply) return /^[A-Z]+(?= |$)/.exec(error.message)?.[0] ?? 'ErrorReply'
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'name' in error && typeof error.name === 'string' && error.name !== 'Error' ? error.name : error.constructor.name
}
