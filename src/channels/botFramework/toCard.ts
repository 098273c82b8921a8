import type { Say } from '../../conversation/createSay.js'
import type { ReplyId } from '../../conversation/replyIds.js'
import type { ContactLine, Part, Reply } from '../../conversation/Reply.js'
import { contactLink, contactText, opensPage } from '../contactLink.js'
import type { AdaptiveCard, CardAction, CardContainer } from './adaptiveCard.js'

type TextBlock = Extract<CardContainer['items'][number], { type: 'TextBlock' }>

/**
 * What of a reply is there to be tapped, as an Adaptive Card 1.5: the danger, the contacts and the answers to what is asked. The
 * words around them stand in the text of the activity, and the card says all of it where a client cannot show cards.
 */
export function toCard({ parts, text }: Reply, say: Say): AdaptiveCard | undefined {
  const body = parts.flatMap((part) => toContainers(part, say))
  if (body.length === 0) return undefined
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: text,
    body
  }
}

function toContainers(part: Part, say: Say): CardContainer[] {
  if (part.type === 'emergency') return [toEmergency(part)]
  if (part.type === 'service') return [toContact(part, say)]
  return part.type === 'choices' && part.role !== 'next' ? [toChoices(part)] : []
}

const toEmergency = ({ heading, steps }: Extract<Part, { type: 'emergency' }>): CardContainer => ({
  type: 'Container',
  style: 'attention',
  items: [line(heading, { size: 'large', weight: 'bolder', style: 'heading' }), ...steps.map((step) => line(step))]
})

function toContact({ name, contacts, hours, cost, confirm }: Extract<Part, { type: 'service' }>, say: Say): CardContainer {
  const actions = toActions(contacts, say)
  return {
    type: 'Container',
    separator: true,
    items: [
      line(name, { weight: 'bolder', style: 'heading' }),
      ...contacts.map((contact) => line(contactLine(contact, say), { spacing: 'small' })),
      ...[hours, cost, confirm].filter((said) => said !== undefined).map((said) => line(said, { isSubtle: true, spacing: 'small' })),
      ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : [])
    ]
  }
}

function contactLine(contact: ContactLine, say: Say): string {
  const label = contact.label === undefined ? '' : ` (${contact.label})`
  return `${say(`labels.${contact.kind}` as ReplyId)}: ${contactText(contact)}${label}`
}

/** One button for each way that a client of the Bot Framework opens; a number for texts is only shown, because Web Chat opens no `sms:`. */
function toActions(contacts: readonly ContactLine[], say: Say): CardAction[] {
  const open = (contact: ContactLine | undefined, title: (value: string) => string): CardAction[] =>
    contact === undefined ? [] : [{ type: 'Action.OpenUrl', title: title(contactText(contact)), url: contactLink(contact) }]
  return [
    ...open(phoneOf(contacts), (number) => say('bot.call', 'public', { number })),
    ...open(contacts.find(opensPage), (page) => say('bot.open', 'public', { page })),
    ...open(
      contacts.find(({ kind }) => kind === 'email'),
      (email) => say('bot.write', 'public', { email })
    )
  ]
}

/** The number that answers now, else the first. */
const phoneOf = (contacts: readonly ContactLine[]): ContactLine | undefined => {
  const phones = contacts.filter(({ kind }) => kind === 'phone')
  return phones.find(({ open }) => open === 'open') ?? phones[0]
}

/** One below the other: a set takes five at most, and in a row long words are cut. */
const toChoices = ({ choices }: Extract<Part, { type: 'choices' }>): CardContainer => ({
  type: 'Container',
  items: choices.map(({ label, utterance }) => ({ type: 'ActionSet', actions: [toTap(label, utterance)] }))
})

const toTap = (label: string, utterance: string): CardAction => ({
  type: 'Action.Submit',
  title: label,
  data: { utterance, msteams: { type: 'messageBack', text: utterance, displayText: label } }
})

const line = (text: string, look: Partial<TextBlock> = {}): TextBlock => ({ type: 'TextBlock', text, wrap: true, ...look })
