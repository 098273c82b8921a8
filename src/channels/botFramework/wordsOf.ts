import { z } from 'zod'
import type { IncomingActivity } from './incomingActivity.js'

/** What a button of our card gives back. */
const tapped = z.union([z.string(), z.object({ utterance: z.string() }).transform(({ utterance }) => utterance)]).catch('')

const entities: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** What the person said: typed, without the mention of the bot that Teams puts into it (other mentions are their words), or with a button of a card. */
export function wordsOf({ text = '', value, recipient }: IncomingActivity): string {
  const typed = text
    .replace(/<at[^<>]{0,200}>([^<>]{0,200})<\/at>/g, (_, name: string) => (name === (recipient.name ?? name) ? ' ' : name))
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .trim()
  return typed === '' ? tapped.parse(value) : typed
}

/** Were files, pictures or sounds sent? Teams also attaches the text itself, as HTML. */
export const hasFiles = ({ attachments = [] }: IncomingActivity): boolean =>
  attachments.some(({ contentType }) => !contentType.startsWith('text/html'))
