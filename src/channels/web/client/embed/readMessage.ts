import type { EmbedMessage } from './EmbedMessage.js'

/** A message of the frame, or nothing when it is not one of the vocabulary. An address in it is not read: the script brought its own. */
export function readMessage(data: unknown): EmbedMessage | undefined {
  if (typeof data !== 'object' || data === null || !('signpost' in data)) return undefined
  const { signpost } = data
  if (signpost === 'close' || signpost === 'exit') return { signpost }
  const value = 'value' in data ? data.value : undefined
  return signpost === 'height' && typeof value === 'number' && value > 0 && value < Infinity ? { signpost, value } : undefined
}
