import { asides } from '../../conversation/asides.js'
import type { Say } from '../../conversation/createSay.js'
import { reachBy } from '../../conversation/reachBy.js'
import type { ContactLine, Part, Reply } from '../../conversation/Reply.js'
import { contactLink, contactText, opensPage } from '../contactLink.js'
import type { AdaptiveCard, CardAction, CardContainer } from './adaptiveCard.js'
import { firstContacts } from './firstContacts.js'
import type { Look } from './looks.js'

type TextBlock = Extract<CardContainer['items'][number], { type: 'TextBlock' }>
type Service = Extract<Part, { type: 'service' }>

/**
 * What of a reply is there to be tapped, as an Adaptive Card 1.5: what to do in danger, the contacts, and the question that is
 * open. The words around them stand in the text above it. Where a client cannot show cards, `fallbackText` says everything.
 */
export function toCard({ kind, parts, text }: Reply, say: Say, { suggests }: Look): AdaptiveCard | undefined {
  // In danger the steps say what happens; otherwise it is said of those who are called first.
  const firsts = new Set(kind === 'emergency' ? [] : firstContacts(parts))
  const inCard = kind === 'emergency' ? ['text', ...tappable] : tappable
  const told = parts.filter(({ type }) => inCard.includes(type)).flatMap((part) => toContainers(part, firsts.has(part), say))
  const asked = suggests && told.length === 0 ? [] : parts.flatMap((part, at) => toQuestion(part, parts.slice(0, at), !suggests))
  const body = [...told, ...asked]
  if (body.length === 0) return undefined
  return { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.5', fallbackText: text, body }
}

/** What is done with a finger; in danger the words between stand there too, for the text above is the call for 999 alone. */
const tappable: readonly string[] = ['emergency', 'service']

function toContainers(part: Part, isFirst: boolean, say: Say): CardContainer[] {
  if (part.type === 'emergency') return [{ type: 'Container', style: 'attention', items: part.steps.map((step) => line(step)) }]
  if (part.type === 'text') return [{ type: 'Container', separator: true, items: [line(part.text)] }]
  return part.type === 'service' ? [toContact(part, isFirst, say)] : []
}

function toContact({ name, contacts, hours, cost, confirm, expect }: Service, isFirst: boolean, say: Say): CardContainer {
  const tapped = [reachBy(contacts, 'phone'), contacts.find(opensPage), contacts.find(({ kind }) => kind === 'email')]
  const actions = tapped.flatMap((contact) => (contact === undefined ? [] : [toAction(contact, say)]))
  const told = contacts.filter((contact) => !tapped.includes(contact) || asides(contact) !== '')
  return {
    type: 'Container',
    separator: true,
    items: [
      line(name, { weight: 'bolder', style: 'heading' }),
      line([hours, cost].filter((said) => said !== undefined).join(' · '), { isSubtle: true, spacing: 'small' }),
      ...told.map((contact) => line(contactLine(contact, say), { spacing: 'small' })),
      ...(confirm === undefined ? [] : [line(contacts.some(opensPage) ? say('bot.confirm') : confirm, { spacing: 'small' })]),
      ...(isFirst && expect !== undefined ? [line(expect, { spacing: 'small' })] : []),
      ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : [])
    ]
  }
}

/** A contact without a button of its own, or with more to say; a number for texts among them, because Web Chat opens no `sms:`. */
const contactLine = (contact: ContactLine, say: Say): string =>
  `${say(`labels.${contact.kind}`)}: ${contactText(contact)}${asides(contact)}`

function toAction(contact: ContactLine, say: Say): CardAction {
  const shown = contactText(contact)
  const title =
    contact.kind === 'phone'
      ? say('bot.call', 'public', { number: shown })
      : contact.kind === 'email'
        ? say('bot.write', 'public', { email: shown })
        : say('bot.open', 'public', { page: shown })
  return { type: 'Action.OpenUrl', title, url: contactLink(contact) }
}

/** What is asked, once more where the answers are, below everything else; with buttons where the channel may show no other. */
function toQuestion(part: Part, before: readonly Part[], buttons: boolean): CardContainer[] {
  if (part.type !== 'choices') return []
  const asked = before.filter(({ type }) => type === 'text').at(-1)
  const question = part.role !== 'next' && asked?.type === 'text' ? [line(asked.text, { weight: 'bolder' })] : []
  const taps = buttons
    ? part.choices.map(({ label, utterance }) => ({ type: 'ActionSet' as const, actions: [toTap(label, utterance)] }))
    : []
  const items = [...question, ...taps]
  return items.length === 0 ? [] : [{ type: 'Container', separator: true, items }]
}

/** One below the other: a set takes five at most, and in a row long words are cut. */
const toTap = (label: string, utterance: string): CardAction => ({
  type: 'Action.Submit',
  title: label,
  data: { utterance, msteams: { type: 'messageBack', text: utterance, displayText: label } }
})

const line = (text: string, look: Partial<TextBlock> = {}): TextBlock => ({ type: 'TextBlock', text, wrap: true, ...look })
