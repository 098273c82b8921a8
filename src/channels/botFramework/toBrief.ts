import type { Say } from '../../conversation/createSay.js'
import type { Part, Reply } from '../../conversation/Reply.js'
import { renderText } from '../../conversation/renderText.js'

/** The words of a reply without what stands in its card; no blank lines, which Web Chat draws three lines high. */
export const toBrief = ({ parts }: Reply, say: Say): string => renderText(parts.flatMap(withoutCard), say).replaceAll('\n\n', '\n')

function withoutCard(part: Part): Part[] {
  if (part.type === 'service' || part.type === 'choices') return []
  return [part.type === 'emergency' ? { ...part, steps: [] } : part]
}
