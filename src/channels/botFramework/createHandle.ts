import type { Reply } from '../../conversation/Reply.js'
import { state as stateSchema, type State } from '../../conversation/State.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import { contactValue } from '../../knowledge/contactValue.js'
import { createAnswer } from './createAnswer.js'
import { createInTurn } from './createInTurn.js'
import { createWelcome } from './createWelcome.js'
import type { IncomingActivity } from './incomingActivity.js'
import { retryOnConflict } from './storage/retryOnConflict.js'
import { ownerOf } from './storageOfTurn.js'
import { createToActivity, type OutgoingActivity } from './toActivity.js'

/** What is remembered of one conversation; the host makes it of the SDK's conversation state. */
export interface Memory {
  /** Reads anew what is remembered. */
  readonly recall: () => Promise<unknown>
  /** @throws StateConflict where somebody else has written since it was read. */
  readonly keep: (state: State) => Promise<void>
  readonly forget: () => Promise<void>
}

/** Answers an activity; the same for each SDK. */
export type Handle = (activity: IncomingActivity, memory: Memory, send: (activity: OutgoingActivity) => Promise<unknown>) => Promise<void>

/**
 * Makes the bot: Activity -> Turn, Reply -> Activity. Whatever fails within, memory or our own code, an answer that helps is
 * sent; only a failure to send is thrown.
 */
export function createHandle(signpost: Signpost, failureReply: FailureReply, now: () => Date): Handle {
  const answer = createAnswer({ ...signpost, failureReply, now })
  const welcome = createWelcome(signpost)
  // Two turns of a conversation seldom meet at two replicas, but often at one: those wait for each other and need not be done again.
  const inTurn = createInTurn()
  const toActivity = createToActivity(signpost.say, numbersOf(signpost))
  const replyTo = async (activity: IncomingActivity, memory: Memory): Promise<Reply | undefined> => {
    switch (activity.type) {
      case 'message':
      case 'messageUpdate':
        return await inTurn(`${activity.channelId} ${activity.conversation.id}${ownerOf(activity)}`, () =>
          remembering(memory, (state) => answer(activity, state))
        )
      case 'conversationUpdate':
        return (await isBeginning(activity, memory)) ? welcome : undefined
      case 'endOfConversation':
        await memory.forget()
        return undefined
      default:
        return undefined
    }
  }
  return async (activity, memory, send) => {
    const reply = await replyTo(activity, memory).catch(() => failureReply('failure.unexpected'))
    if (reply !== undefined) await send(toActivity(reply, activity.channelId))
  }
}

/** A turn on what is remembered, done again where two turns of a conversation meet; without a memory where there is none to be had. */
async function remembering(memory: Memory, turn: (state: State) => { reply: Reply; state: State }): Promise<Reply> {
  let before: State = {}
  try {
    return await retryOnConflict(async () => {
      before = stateSchema.catch({}).parse(await memory.recall())
      const { reply, state } = turn(before)
      await memory.keep(state)
      return reply
    })
  } catch {
    return turn(before).reply
  }
}

/**
 * The bot was added, or somebody came of whom nothing is known yet. Some channels add the person only with the first words, whose
 * answer the welcome must not stand before; and nobody is welcomed aloud in a group.
 */
async function isBeginning({ membersAdded = [], recipient, conversation }: IncomingActivity, memory: Memory): Promise<boolean> {
  if (membersAdded.length === 0) return false
  const botCame = membersAdded.some(({ id }) => id === recipient.id)
  if (!botCame && conversation.isGroup === true) return false
  try {
    if ((await memory.recall()) !== undefined && !botCame) return false
    await memory.keep({})
  } catch {
    // Without a memory one welcome too many is better than none.
  }
  return true
}

/** Every number that can be called or texted. */
const numbersOf = ({ knowledge }: Signpost): string[] =>
  [...knowledge.services.values()]
    .flatMap(({ contactPoints }) => contactPoints)
    .filter(({ kind }) => kind === 'phone' || kind === 'text')
    .map(contactValue)
