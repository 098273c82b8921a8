import type { Part } from '../../conversation/Reply.js'

/** The sentences among the parts of a reply. */
export const wordsOf = (parts: readonly Part[]): string[] => parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))
