import type { EmbedMessage, HostMessage } from './EmbedMessage.js'
import { make } from './make.js'
import { readMessage } from './readMessage.js'

/** Times in milliseconds: to the first word of the frame, and to its answer once it has loaded something. */
const toLoad = 10_000
const toAnswer = 3_000

export interface FrameEvents {
  readonly onMessage: (message: EmbedMessage) => void
  /** It did not load, or was refused; a message may still come later. */
  readonly onSilence: () => void
}

export interface Frame {
  readonly element: HTMLIFrameElement
  readonly remove: () => void
}

/**
 * The chat's own frame. A browser calls a refused page "loaded" too, so it counts as loaded only once it has answered our hello.
 * Messages count only from this frame and its own origin; our hello goes to no other origin.
 */
export function createFrame(title: string, origin: string, { onMessage, onSilence }: FrameEvents): Frame {
  const element = make('iframe', { title, src: `${origin}/embed`, referrerPolicy: 'no-referrer' })
  const hello: HostMessage = { signpost: 'hello' }
  let timer = setTimeout(onSilence, toLoad)
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(onSilence, toAnswer)
    element.contentWindow?.postMessage(hello, origin)
  }
  const hear = ({ origin: from, source, data }: MessageEvent): void => {
    const message = from === origin && source === element.contentWindow ? readMessage(data) : undefined
    if (message === undefined) return
    clearTimeout(timer)
    onMessage(message)
  }
  element.addEventListener('load', wait)
  addEventListener('message', hear)
  const remove = (): void => {
    clearTimeout(timer)
    removeEventListener('message', hear)
    element.remove()
  }
  return { element, remove }
}
