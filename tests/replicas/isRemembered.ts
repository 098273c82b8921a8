import type { Server } from './startServer.js'
import { told } from './told.js'
import { botTurn, newCaller, newConversation, place, worry } from './turns.js'

/** Is a conversation remembered that begins on one and goes on at the other? */
export async function isRemembered(first: Server, second: Server): Promise<boolean> {
  const [conversation, caller] = [newConversation(), newCaller()]
  await botTurn(first, conversation, worry, caller)
  return (await botTurn(second, conversation, place, caller)).text === (await told(second, worry, place))
}
