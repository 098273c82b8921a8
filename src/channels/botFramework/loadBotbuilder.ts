import type { Activity, TurnContext } from 'botbuilder'
import { createMemory } from './createMemory.js'
import type { HostRequest, HostResponse, LoadHost } from './Host.js'
import { NotAuthorised } from './NotAuthorised.js'
import { storageOfTurn } from './storageOfTurn.js'

/**
 * The host on the Bot Framework SDK for JavaScript (`botbuilder`). Its settings are the environment variables of that SDK
 * (MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId).
 */
export const loadBotbuilder: LoadHost = async (handle, storage, settings) => {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState } = await import('botbuilder')
  // The SDK's own `process` prints errors, with what was to be sent in them.
  class QuietAdapter extends CloudAdapter {
    async answer(
      authorization: string,
      activity: Activity,
      admit: HostRequest['admit'],
      logic: (context: TurnContext) => Promise<void>
    ): Promise<HostResponse> {
      const caller = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization).catch((error: unknown) => {
        throw isRefusal(error) ? new NotAuthorised() : error
      })
      await admit()
      return this.processActivity(caller, activity, logic)
    }
  }
  const adapter = new QuietAdapter(new ConfigurationBotFrameworkAuthentication(settings))
  return ({ authorization, activity, admit }) =>
    adapter.answer(authorization, activity as Partial<Activity> as Activity, admit, (context) => {
      const memory = createMemory(new ConversationState(storageOfTurn(storage, activity)), context)
      return handle(activity, memory, (outgoing) => context.sendActivity(outgoing))
    })
}

/** Errors of authentication carry the status to answer with, but for those of `jsonwebtoken` below it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && ('statusCode' in error || ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name))
