import type { Say } from '../../conversation/createSay.js'
import type { Part } from '../../conversation/Reply.js'
import type { Look } from './Look.js'
import { renderService } from './renderService.js'
import { wrap } from './wrap.js'

/** Choices and sources stand apart from the rest: they have an order and numbers of their own. */
export type BodyPart = Exclude<Part, { type: 'choices' | 'source' }>

/** A part of a reply as lines of text. */
export function renderPart(part: BodyPart, say: Say, look: Look): string {
  switch (part.type) {
    case 'text':
      return renderSentence(part, look)
    case 'emergency':
      return [renderAlarm(part.heading, look), renderItems(part.steps, look)].join('\n')
    case 'list':
      return renderList(part.title, part.items, look)
    case 'service':
      return renderService(part, say, look)
  }
}

/** A title with one line for each item. */
export const renderList = (title: string, items: readonly string[], look: Look): string =>
  [look.paint(wrap(`${title}:`, look.width), 'bold'), renderItems(items, look)].join('\n')

const renderItems = (items: readonly string[], { width, bullet }: Look): string => items.map((item) => wrap(item, width, bullet)).join('\n')

function renderSentence({ text, role }: Extract<Part, { type: 'text' }>, { width, paint }: Look): string {
  const wrapped = text
    .split('\n')
    .map((line) => wrap(line, width))
    .join('\n')
  return role === 'question' || role === 'standing' ? paint(wrapped, 'bold') : wrapped
}

/** Between two lines as wide as the window: plain characters, because every terminal and every font has them. */
function renderAlarm(heading: string, { width, indent, rule, paint }: Look): string {
  const line = rule ? ['='.repeat(width)] : []
  return paint([...line, wrap(heading, width, indent), ...line].join('\n'), 'bold', 'red')
}
