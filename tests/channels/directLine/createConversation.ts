import type { WireActivity } from './WireActivity.js'

/** An activity of a conversation, with what the service adds to each. */
export interface KeptActivity extends WireActivity {
  readonly id: string
}

/** One conversation: its activities in the order in which they came, and who is in it. */
export interface Conversation {
  readonly id: string
  /** The people who are known to be there. */
  readonly people: Set<string>
  readonly add: (activity: WireActivity) => KeptActivity
  /** What came after a watermark; none is the beginning. */
  readonly after: (watermark?: string) => { readonly activities: readonly KeptActivity[]; readonly watermark: string }
}

export function createConversation(id: string): Conversation {
  const kept: KeptActivity[] = []
  return {
    id,
    people: new Set(),
    add: (activity) => {
      const added = {
        ...activity,
        id: `${id}|${String(kept.length).padStart(7, '0')}`,
        timestamp: new Date().toISOString(),
        channelId: 'directline',
        conversation: { id }
      }
      kept.push(added)
      return added
    },
    after: (watermark = '') => ({ activities: kept.slice(Number(watermark)), watermark: String(kept.length) })
  }
}
