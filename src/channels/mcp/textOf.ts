import type { Signpost } from '../../conversation/loadSignpost.js'
import { text } from '../../conversation/parts.js'
import { renderText } from '../../conversation/renderText.js'
import type { Part } from '../../conversation/Reply.js'
import type { Say } from '../../conversation/createSay.js'
import type { FoundService } from './foundService.js'

/** Parts as plain text, complete: behind each service stands the rest of what is known of it, with its sources. */
export const textOf = (parts: readonly Part[], services: readonly FoundService[], { say }: Pick<Signpost, 'say'>): string =>
  renderText(
    parts.flatMap((part) => {
      const service = part.type === 'service' ? services.find(({ id }) => id === part.id) : undefined
      return service === undefined ? [part] : [part, text('note', detailsOf(service, say))]
    }),
    say
  )

function detailsOf({ usualHours, hoursNote, hours, serves, whyNotGiven, ...service }: FoundService, say: Say): string {
  const sources = service.sources.map(({ title, date }) => `${title} (${date})`).join('; ')
  const lines = [
    whyNotGiven,
    say('mcp.hours', 'public', { hours: usualHours }),
    hoursNote === hours ? undefined : hoursNote,
    service.eligibility,
    service.notFor.length === 0 ? undefined : say('mcp.not-for', 'public', { whom: service.notFor.join('; ') }),
    say('mcp.serves', 'public', { area: serves.join(', ') }),
    service.assuredDate === undefined ? undefined : say('mcp.assured', 'public', { date: service.assuredDate }),
    say('mcp.checked', 'public', { date: service.checked }),
    `${say('labels.sources')}: ${sources}`
  ]
  return lines.flatMap((line) => (line === undefined ? [] : [`  ${line.trim()}`])).join('\n')
}
