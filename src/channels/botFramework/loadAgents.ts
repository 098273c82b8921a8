import type { Activity as ActivityClass } from '@microsoft/agents-activity'
import type { AuthConfiguration, Request, TurnContext, WebResponse } from '@microsoft/agents-hosting'
import type { HostResponse, LoadHost } from './Host.js'
import { createMemory } from './createMemory.js'
import { NotAuthorised } from './NotAuthorised.js'
import { storageOfTurn } from './storageOfTurn.js'

/** The host on the successor of the Bot Framework SDK (`@microsoft/agents-hosting`), with the names of settings of the old one. */
export const loadAgents: LoadHost = async (handle, storage, settings) => {
  const { Activity } = await import('@microsoft/agents-activity')
  const { CloudAdapter, ConversationState } = await import('@microsoft/agents-hosting')
  const adapter = new CloudAdapter(toConfiguration(settings), undefined, undefined, { validateServiceUrl: true })
  // Its own would tell the person to fix the source code.
  adapter.onTurnError = (_, error) => Promise.reject(error)
  return async ({ authorization, activity, admit }) => {
    const request: Request = { method: 'POST', headers: authorization === '' ? {} : { authorization }, body: activity }
    await new Promise<void>((resolve, reject) => {
      const refused = caught(() => {
        reject(new NotAuthorised())
      })
      void adapter.authorizeRequest(request, refused, resolve)
    })
    await admit()
    return await new Promise<HostResponse>((resolve, reject) => {
      const response = caught((answered) => {
        resolve(answered === undefined ? undefined : { ...answered, body: onTheWire(answered.body, Activity) })
      })
      const logic = (context: TurnContext): Promise<void> => {
        const memory = createMemory(new ConversationState(storageOfTurn(storage, activity)), context)
        return handle(activity, memory, (outgoing) => context.sendActivity(Activity.fromObject(outgoing)))
      }
      adapter.process(request, response, logic).catch(reject)
    })
  }
}

function toConfiguration({
  MicrosoftAppId,
  MicrosoftAppPassword,
  MicrosoftAppTenantId,
  authorityEndpoint
}: Parameters<LoadHost>[2]): AuthConfiguration {
  return {
    ...(MicrosoftAppId !== undefined && { clientId: MicrosoftAppId }),
    ...(MicrosoftAppPassword !== undefined && { clientSecret: MicrosoftAppPassword }),
    ...(MicrosoftAppTenantId !== undefined && { tenantId: MicrosoftAppTenantId }),
    ...(authorityEndpoint !== undefined && { authorityEndpoint }),
    validateIssuer: true
  }
}

/** A response that only notes what the SDK answers, by `send` or by `end` alone. */
function caught(ended: (response: HostResponse) => void): WebResponse {
  let status = 200
  const end = (body?: unknown): WebResponse => {
    if (!response.writableEnded) ended({ status, body })
    response.writableEnded = true
    return response
  }
  const response: WebResponse = {
    headersSent: false,
    writableEnded: false,
    status: (code) => {
      status = code
      return response
    },
    setHeader: () => response,
    send: end,
    end
  }
  return response
}

/** Version 1.8.1 writes `_channelId` in what it answers, where the protocol has `channelId`; its own `toJsonString` does not. */
const onTheWire = (body: unknown, Activity: typeof ActivityClass): unknown =>
  body === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(body, (_, value: unknown) => (value instanceof Activity ? (JSON.parse(value.toJsonString()) as unknown) : value))
      )
