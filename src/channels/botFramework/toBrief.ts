import type { Say } from '../../conversation/createSay.js'
import type { Part, Reply } from '../../conversation/Reply.js'
import { renderText } from '../../conversation/renderText.js'

/**
 * The words of a reply without what stands in its card or below it to be tapped; in danger that is the call for 999 alone. No
 * blank lines, which Web Chat draws three lines high.
 */
export function toBrief({ kind, parts }: Reply, say: Say): string {
  const kept = parts.flatMap((part) => withoutCard(part, kind === 'emergency'))
  return renderText(kept, say).replaceAll('\n\n', '\n')
}

function withoutCard(part: Part, isEmergency: boolean): Part[] {
  if (part.type === 'emergency') return [{ ...part, steps: [] }]
  return part.type === 'service' || part.type === 'choices' || isEmergency ? [] : [part]
}
