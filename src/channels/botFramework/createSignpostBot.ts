import { ActivityHandler, type BotState, type TurnContext } from 'botbuilder'
import type { Respond } from '../../conversation/createRespond.js'
import { state as stateSchema, type State } from '../../conversation/State.js'
import { longestUtterance } from '../api/schemas.js'
import { toActivity } from './toActivity.js'

/** Activity -> Turn, Reply -> Activity. What is remembered lies in the SDK's conversation state, as ids only. */
export function createSignpostBot(respond: Respond, conversationState: BotState, now: () => Date): ActivityHandler {
  const memory = conversationState.createProperty<State>('signpost')
  const bot = new ActivityHandler()
  bot.onMessage(async (context, next) => {
    const before = stateSchema.catch({}).parse(await memory.get(context, {}))
    const { reply, state } = respond({ utterance: textOf(context).slice(0, longestUtterance), at: now() }, before)
    await memory.set(context, state)
    await context.sendActivity(toActivity(reply))
    await next()
  })
  bot.onMembersAdded(async (context, next) => {
    if (isNewPerson(context)) await context.sendActivity(toActivity(respond({ utterance: '', at: now() }, {}).reply))
    await next()
  })
  bot.onTurn(async (context, next) => {
    await next()
    await conversationState.saveChanges(context)
  })
  return bot
}

/** An activity without text, such as an attachment alone, is read as an empty message. */
const textOf = ({ activity }: TurnContext): string => (typeof activity.text === 'string' ? activity.text : '')

const isNewPerson = ({ activity }: TurnContext): boolean =>
  (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient.id)
