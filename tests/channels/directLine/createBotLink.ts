import type { Conversation, KeptActivity } from './createConversation.js'
import type { WireActivity } from './WireActivity.js'

/** How the answers of the bot come: in its response, or by calls of its own to the connector. */
export type Delivery = 'expectReplies' | 'normal'
export const deliveries: readonly Delivery[] = ['expectReplies', 'normal']

const bot = { id: 'signpost@emulation', name: 'Signpost' }

export interface BotLink {
  /** Gives a person's activity to the bot. Is the bot content? */
  readonly forward: (conversation: Conversation, activity: KeptActivity) => Promise<boolean>
  /** Tells the bot who has come: itself at the start, and each person once. */
  readonly join: (conversation: Conversation, people: readonly string[], withBot: boolean) => Promise<void>
  /** Takes what the bot says into the conversation. */
  readonly take: (conversation: Conversation, activity: WireActivity) => KeptActivity
}

/** The side of the service that speaks with the bot at `origin`, which is also where the connector is. */
export function createBotLink(origin: () => string, delivery: Delivery): BotLink {
  const send = async (conversation: Conversation, activity: WireActivity): Promise<boolean> => {
    const mode = delivery === 'expectReplies' ? { deliveryMode: delivery } : {}
    const response = await fetch(`${origin()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, recipient: bot, serviceUrl: origin(), ...mode })
    })
    const body = await response.text()
    if (response.ok && body !== '') for (const answer of answersIn(body)) take(conversation, answer)
    return response.ok
  }
  return {
    forward: send,
    join: async (conversation, people, withBot) => {
      const membersAdded = [...(withBot ? [bot] : []), ...people.map((id) => ({ id }))]
      for (const id of people) conversation.people.add(id)
      const { id } = conversation
      const from = { id: people[0] ?? id }
      await send(conversation, {
        type: 'conversationUpdate',
        id: `${id}|joined`,
        from,
        channelId: 'directline',
        conversation: { id },
        membersAdded
      })
    },
    take
  }
}

/** People get the answer without what is between the service and the bot. */
function take(conversation: Conversation, { serviceUrl: _, recipient: __, from: ___, ...activity }: WireActivity): KeptActivity {
  return conversation.add({ ...activity, from: { ...bot, role: 'bot' } })
}

const answersIn = (body: string): WireActivity[] => (JSON.parse(body) as { activities?: WireActivity[] }).activities ?? []
