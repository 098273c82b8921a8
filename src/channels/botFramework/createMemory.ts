import type { State } from '../../conversation/State.js'
import type { Memory } from './createHandle.js'

/** The conversation state of either SDK, as far as we use it. */
export interface ConversationStateOf<Context> {
  load(context: Context, force: boolean): Promise<unknown>
  saveChanges(context: Context, force: boolean): Promise<void>
  delete(context: Context): Promise<void>
  createProperty(name: string): {
    get(context: Context): Promise<unknown>
    set(context: Context, value: State): Promise<void>
  }
}

/** The memory of one turn. It is written even where nothing changed, so that a conversation that goes on does not expire. */
export function createMemory<Context>(conversation: ConversationStateOf<Context>, context: Context): Memory {
  const property = conversation.createProperty('signpost')
  return {
    recall: async () => {
      await conversation.load(context, true)
      return property.get(context)
    },
    keep: async (state) => {
      await property.set(context, state)
      await conversation.saveChanges(context, true)
    },
    forget: () => conversation.delete(context)
  }
}
