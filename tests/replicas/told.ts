import type { Server } from './startServer.js'
import { newCaller, restTurn } from './turns.js'

/** What REST says to the last of these turns, whose memory comes back with the client. */
export async function told(server: Server, first: string, ...others: readonly string[]): Promise<string> {
  const caller = newCaller()
  let last = await restTurn(server, first, {}, caller)
  for (const words of others) last = await restTurn(server, words, last.state, caller)
  return last.text
}
