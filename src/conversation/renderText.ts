import { asides } from './asides.js'
import type { Say } from './createSay.js'
import type { ReplyId } from './replyIds.js'
import type { Part } from './Reply.js'

/** A reply as plain text, complete: what a screen without any markup shows. */
export function renderText(parts: readonly Part[], say: Say): string {
  const sources = parts.filter((part) => part.type === 'source')
  const body = parts.filter((part) => part.type !== 'source').map((part) => renderPart(part, say))
  const listed = sources.length === 0 ? [] : [`${say('labels.sources')}: ${sources.map((s) => `${s.title} (${s.date})`).join('; ')}`]
  return [...body, ...listed].join('\n\n')
}

function renderPart(part: Exclude<Part, { type: 'source' }>, say: Say): string {
  switch (part.type) {
    case 'text':
      return part.text
    case 'emergency':
      return [part.heading, ...part.steps.map((step) => `- ${step}`)].join('\n')
    case 'list':
      return [`${part.title}:`, ...part.items.map((item) => `- ${item}`)].join('\n')
    case 'choices':
      return renderChoices(part, say)
    case 'service':
      return renderService(part, say)
  }
}

function renderChoices({ role, choices }: Extract<Part, { type: 'choices' }>, say: Say): string {
  if (role === 'next') return `${say('labels.next')}: ${choices.map(({ label }) => label).join(' ')}`
  return choices.map(({ label }) => `[${label}]`).join(' ')
}

function renderService(part: Extract<Part, { type: 'service' }>, say: Say): string {
  const contacts = part.contacts.map((c) => `  ${say(`labels.${c.kind}` as ReplyId)}: ${c.value}${asides(c)}`)
  const details = [part.hours, part.cost, part.anonymity].filter((line) => line !== undefined).map((line) => `  ${line}`)
  const more = [part.confirm, part.expect].filter((line) => line !== undefined).map((line) => `  ${line}`)
  return [part.name, ...contacts, ...details, ...more].join('\n')
}
