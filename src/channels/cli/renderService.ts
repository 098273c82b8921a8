import { asides } from '../../conversation/asides.js'
import type { Say } from '../../conversation/createSay.js'
import type { ContactLine, Part } from '../../conversation/Reply.js'
import type { Style } from './createPaint.js'
import type { Look } from './Look.js'
import { wrap } from './wrap.js'

type ServicePart = Extract<Part, { type: 'service' }>

/** The words of the hours say open or closed; the colour only repeats it. */
const hoursStyle: Readonly<Record<ServicePart['open'], Style[]>> = { open: ['bold', 'green'], closed: ['yellow'], unknown: [] }

/** Whom to turn to: the name, how to reach them, whether they are open, what to expect. */
export function renderService(part: ServicePart, say: Say, look: Look): string {
  const { width, indent, paint } = look
  const details = [part.cost, part.anonymity, part.confirm, part.expect].filter((line) => line !== undefined)
  return [
    paint(wrap(part.name, width), 'bold'),
    ...part.contacts.map((contact) => renderContact(contact, say, look)),
    paint(wrap(part.hours, width, indent), ...hoursStyle[part.open]),
    ...details.map((line) => wrap(line, width, indent))
  ].join('\n')
}

/** A number is never broken over two lines. */
function renderContact(contact: ContactLine, say: Say, { width, indent, paint }: Look): string {
  const whole = contact.value.replaceAll(' ', unbroken)
  return wrap(`${say(`labels.${contact.kind}`)}: ${whole}${asides(contact)}`, width, indent)
    .replace(whole, () => paint(whole, 'bold'))
    .replaceAll(unbroken, ' ')
}

const unbroken = '\u00a0'
