import type { Part, Reply } from '../../conversation/Reply.js'

/** The sources among the parts of a reply. */
export const sourcesOf = (parts: readonly Part[]): Reply['sources'] =>
  parts.flatMap((part) => (part.type === 'source' ? [{ title: part.title, date: part.date, url: part.url }] : []))
