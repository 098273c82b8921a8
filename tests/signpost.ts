import { loadSignpost, type Signpost } from '../src/conversation/loadSignpost.js'
import type { Reply } from '../src/conversation/Reply.js'
import type { State } from '../src/conversation/State.js'
import { areaRoot } from '../src/knowledge/areaRoot.js'

/** The product as it ships, loaded once a test file. */
export const signpost: Signpost = loadSignpost(areaRoot())

/** A Tuesday at half past ten in the morning, in winter: everything with office hours is open. */
export const officeHours = new Date('2026-11-24T10:30:00Z')

/** The replies to a conversation. */
export function talk(...turns: string[]): Reply[] {
  return talkAt(officeHours, ...turns)
}

export function talkAt(at: Date, ...turns: string[]): Reply[] {
  let state: State = {}
  return turns.map((utterance) => {
    const result = signpost.respond({ utterance, at }, state)
    state = result.state
    return result.reply
  })
}

/** The reply to the last of some turns. */
export function say(...turns: string[]): Reply {
  const last = talk(...turns).at(-1)
  if (last === undefined) throw new Error('say needs a turn')
  return last
}

/** The ids of the services of a reply, in order. */
export const ids = (reply: Reply): string[] => reply.services.map((service) => service.id)
