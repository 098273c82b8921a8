import type { FailureReply } from '../../conversation/createFailureReply.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import type { BotChannel } from './createBotRouter.js'
import { createHandle } from './createHandle.js'
import type { LoadHost } from './Host.js'
import { createAllowList, onLoopback } from './serviceUrls.js'
import type { StateStorage } from './storage/StateStorage.js'

export interface BotSettings {
  /** The SDK: `loadBotbuilder` or `loadAgents`. */
  readonly load: LoadHost
  readonly storage: StateStorage
  /** Hosts beside those of Microsoft's channels that answers may be sent to. */
  readonly hosts?: readonly string[]
  /** What the SDK reads: MicrosoftAppId and the like. Without an app id callers prove nothing, and get answers on the loopback only. */
  readonly credentials: Readonly<Record<string, string | undefined>>
  /** Load the SDK at the start, so that nobody waits for it; otherwise on the first activity. */
  readonly isEager?: boolean
  readonly now?: () => Date
}

/** The Bot Framework channel of a Signpost. */
export function createBotChannel(signpost: Signpost, failureReply: FailureReply, settings: BotSettings): BotChannel {
  const { load, storage, hosts, credentials, isEager = false, now = () => new Date() } = settings
  const handle = createHandle(signpost, failureReply, now)
  return {
    mayAnswerAt: hasAppId(credentials) ? createAllowList(hosts) : onLoopback,
    load: () => load(handle, storage, credentials),
    isEager
  }
}

/** Are callers asked for a token? */
export const hasAppId = ({ MicrosoftAppId = '' }: BotSettings['credentials']): boolean => MicrosoftAppId !== ''
