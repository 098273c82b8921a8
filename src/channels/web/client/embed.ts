/*
 * The chat on somebody else's page:
 *
 *   <script src="https://signpost.example/embed.js" data-label="..." data-position="right|left|inline" defer></script>
 *
 * Beside a strict Content-Security-Policy the host page needs two directives and no other:
 *   script-src https://signpost.example
 *   frame-src https://signpost.example
 * No style-src (a constructed style sheet in a shadow root), no connect-src (nothing is fetched), no img-src, no font-src,
 * no 'unsafe-inline', no nonce; `require-trusted-types-for 'script'` and `trusted-types 'none'` may stand.
 * It sets no cookie and stores nothing.
 */
import type { EmbedData } from './EmbedData.js'
import { createChat } from './embed/createChat.js'
import { dress } from './embed/dress.js'
import { make } from './embed/make.js'

/** The server wraps this script in a function of this name: see createEmbedScript. */
declare const signpostEmbed: EmbedData

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => {
      place(script)
    })
  else place(script)
}

/** Puts the button where it was asked for: where the script stands, or fixed to a corner. */
function place(script: HTMLScriptElement): void {
  const { position = 'right', label = signpostEmbed.label } = script.dataset
  const host = document.createElement('signpost-chat')
  host.lang = 'en-GB'
  host.dataset['position'] = ['left', 'inline'].includes(position) ? position : 'right'
  const root = host.attachShadow({ mode: 'open' })
  dress(root)
  fill(root, label, new URL(script.src).origin)
  if (position === 'inline' && document.body.contains(script)) script.after(host)
  else document.body.append(host)
}

/** The button and its dialog; a browser without dialogs gets a link to the chat's own page. */
function fill(root: ShadowRoot, label: string, origin: string): void {
  if (typeof HTMLDialogElement === 'undefined') {
    root.append(make('a', { className: 'open', href: origin }, label))
    return
  }
  const { dialog, open } = createChat(signpostEmbed, origin)
  const button = make('button', { type: 'button', className: 'open', onclick: open }, label)
  button.setAttribute('aria-haspopup', 'dialog')
  dialog.addEventListener('close', () => {
    button.focus()
  })
  root.append(button, dialog)
}
