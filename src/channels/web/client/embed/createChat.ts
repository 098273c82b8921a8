import type { EmbedData } from '../EmbedData.js'
import { createFallback } from './createFallback.js'
import { createFrame, type Frame } from './createFrame.js'
import type { EmbedMessage } from './EmbedMessage.js'
import { make } from './make.js'

export interface Chat {
  readonly dialog: HTMLDialogElement
  readonly open: () => void
}

/** The modal dialog with the chat. Its frame is made when it is first opened; nothing is fetched before. */
export function createChat(data: EmbedData, origin: string): Chat {
  const close = make('button', { type: 'button', className: 'close' }, data.close)
  const bar = make('div', { className: 'bar' }, make('h2', { id: 'title' }, data.title), close)
  const loading = make('p', { className: 'loading' }, data.loading)
  loading.setAttribute('role', 'status')
  const fallback = createFallback(data.fallback)
  const dialog = make('dialog', {}, bar, loading, fallback)
  dialog.setAttribute('aria-labelledby', 'title')
  let frame: Frame | undefined

  const empty = (): void => {
    frame?.remove()
    frame = undefined
  }
  const show = (seen: 'loading' | 'fallback' | 'frame'): void => {
    loading.hidden = seen !== 'loading'
    fallback.hidden = seen !== 'fallback'
    // Never display: none, or it would have no height to tell.
    frame?.element.classList.toggle('away', seen !== 'frame')
  }
  // The address is the one that came with the script; what the message names is not trusted.
  const leave = (): void => {
    empty()
    dialog.replaceChildren()
    dialog.classList.add('left')
    document.title = ''
    location.replace(data.exit)
  }
  const onMessage = (message: EmbedMessage): void => {
    if (message.signpost === 'exit') leave()
    else if (message.signpost === 'close') dialog.close()
    else {
      show('frame')
      dialog.style.setProperty('--height', `${String(Math.ceil(message.value) + bar.offsetHeight + 4)}px`)
    }
  }
  const start = (): void => {
    frame = createFrame(data.title, origin, {
      onMessage,
      onSilence: () => {
        show('fallback')
      }
    })
    dialog.append(frame.element)
    show('loading')
  }
  const open = (): void => {
    // After a failure, pressing again tries again.
    if (!fallback.hidden) empty()
    if (frame === undefined) start()
    dialog.showModal()
  }

  close.addEventListener('click', () => {
    dialog.close()
  })
  // A page that comes back from the browser's memory has no words in it.
  addEventListener('pagehide', () => {
    empty()
    if (dialog.open) dialog.close()
  })
  return { dialog, open }
}
