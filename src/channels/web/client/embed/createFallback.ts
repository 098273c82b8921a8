import type { EmbedData } from '../EmbedData.js'
import { make } from './make.js'

/** Whom to call when the chat does not load. It came with the script, so that it needs no network. */
export function createFallback({ heading, text, contacts }: EmbedData['fallback']): HTMLElement {
  const lines = contacts.map(({ name, value, link }) => make('li', {}, `${name}: `, make('a', { href: link }, value)))
  const fallback = make(
    'div',
    { className: 'fallback', hidden: true },
    make('h2', {}, heading),
    make('p', {}, text),
    make('ul', {}, ...lines)
  )
  fallback.setAttribute('role', 'alert')
  return fallback
}
