import { DirectLine, type Activity, type DirectLineOptions } from 'botframework-directlinejs'
import type { Sent } from '../botFramework/hosts.js'
import { FetchRequest } from './FetchRequest.js'

// The client looks for both by name, though it opens no stream.
Object.assign(globalThis, { XMLHttpRequest: FetchRequest, WebSocket: undefined })

/** An activity as the client hands it on. */
export type Heard = Sent & {
  readonly id: string
  readonly from: { readonly id: string; readonly role?: string }
  readonly timestamp: string
}

export interface Client {
  /** All that has come so far, the person's own activities too. */
  readonly heard: readonly Heard[]
  /** Sends an activity and gives its id. */
  readonly post: (activity: object) => Promise<string>
  /** Waits until what is awaited has come. */
  readonly until: (isThere: (heard: readonly Heard[]) => boolean) => Promise<void>
  /** Sends words, or an activity, and waits for the answer to it. */
  readonly ask: (said: string | object) => Promise<Heard>
  readonly close: () => void
}

export const person = { id: 'dl_person' }

/** A conversation by Microsoft's client of Direct Line, which asks for news as often as it allows. */
export function openClient(options: DirectLineOptions): Client {
  const line = new DirectLine({ webSocket: false, pollingInterval: 200, ...options })
  const heard: Heard[] = []
  let wake = (): void => undefined
  const subscription = line.activity$.subscribe((activity) => {
    heard.push(activity as unknown as Heard)
    wake()
  })
  const news = (): Promise<void> => new Promise((resolve) => (wake = resolve))
  const until = async (isThere: (heard: readonly Heard[]) => boolean): Promise<void> => {
    while (!isThere(heard)) await news()
  }
  const post = (activity: object): Promise<string> =>
    line.postActivity({ from: person, ...activity } as Activity).toPromise() as Promise<string>
  const ask = async (said: string | object): Promise<Heard> => {
    const id = await post(typeof said === 'string' ? message(said) : said)
    const answersIt = ({ replyToId }: Heard): boolean => replyToId === id
    for (;;) {
      const answer = heard.find(answersIt)
      if (answer !== undefined) return answer
      await news()
    }
  }
  const close = (): void => {
    subscription.unsubscribe()
    line.end()
  }
  return { heard, post, until, ask, close }
}

/** What a client sends for words that were typed. */
export const message = (text: string): object => ({ type: 'message', text, locale: 'en-GB', textFormat: 'plain' })
