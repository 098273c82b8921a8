import type { Handle } from './createHandle.js'
import type { IncomingActivity } from './incomingActivity.js'
import type { StateStorage } from './storage/StateStorage.js'

export interface HostRequest {
  /** The header of that name, empty where there is none. */
  readonly authorization: string
  readonly activity: IncomingActivity
  /** To be asked once it is known who calls. Throws TooManyTurns. */
  readonly admit: () => Promise<void>
}

/** What the response carries: the activities of an answer that is expected in it, or nothing. */
export type HostResponse = { readonly status: number; readonly body?: unknown } | undefined

/**
 * A Bot Framework SDK as we use it: proves who calls, answers by `handle`, and sends the answer.
 * @throws NotAuthorised for a missing or wrong token; anything else where the answer could not be sent.
 */
export type Host = (request: HostRequest) => Promise<HostResponse>

/** Loads a host with its SDK, so that a server without bots never pays for it. */
export type LoadHost = (handle: Handle, storage: StateStorage, settings: Readonly<Record<string, string | undefined>>) => Promise<Host>
