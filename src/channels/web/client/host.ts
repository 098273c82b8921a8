import type { EmbedMessage } from './embed/EmbedMessage.js'

/** How long the host page may take to leave, in milliseconds, before we do it ourselves. */
const patience = 500

/** The origin of the page that holds us in a frame, once it has said hello. */
let host: string | undefined

/**
 * Inside a frame: tells the host page how high we are, and when to close.
 * A browser lets only allowed origins hold us (frame-ancestors); we hear our own parent alone, and answer only the origin that said hello.
 */
export function startHost(): void {
  if (window.parent === window) return
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || !isHello(data)) return
    host = origin
    tellHeight()
  })
  new ResizeObserver(tellHeight).observe(document.body)
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) tell({ signpost: 'close' })
  })
}

/** Leaves the whole page for an address. A host page empties its dialog and leaves by itself; when it does not, we do. */
export function leave(to: string): void {
  tell({ signpost: 'exit' })
  if (host === undefined) top().replace(to)
  else
    setTimeout(() => {
      top().replace(to)
    }, patience)
}

const top = (): Location => (window.top ?? window).location

function tell(message: EmbedMessage): void {
  if (host !== undefined) window.parent.postMessage(message, host)
}

function tellHeight(): void {
  tell({ signpost: 'height', value: document.body.getBoundingClientRect().height })
}

const isHello = (data: unknown): boolean => typeof data === 'object' && data !== null && 'signpost' in data && data.signpost === 'hello'
