import type { Say } from '../../conversation/createSay.js'
import type { Part, Reply } from '../../conversation/Reply.js'
import type { Look } from './Look.js'
import { renderList, renderPart, type BodyPart } from './renderPart.js'
import { wrap } from './wrap.js'

/** A piece of a reply that is ready to be printed. */
export interface Block {
  readonly text: string
  /** What may be picked by number once this was shown. */
  readonly choices: readonly string[]
  /** Stays on the first page: the line on what to do in danger. */
  readonly pinned: boolean
  /** A sentence: it leads to what comes after it. */
  readonly leads: boolean
}

type Choices = Extract<Part, { type: 'choices' }>

/** A reply as blocks, in the order of reading: the next questions come last, nearest to where they are typed. */
export function renderReply({ parts, sources, understood }: Reply, say: Say, look: Look): Block[] {
  const isNext = (part: Part): boolean => part.type === 'choices' && part.role === 'next'
  let offered = 0
  const render = (part: BodyPart | Choices): Block => {
    if (part.type !== 'choices') return block(renderPart(part, say, look), part.type === 'text' ? part.role : undefined)
    const from = offered
    offered += part.choices.length
    return { ...block(renderChoices(part, from, say, look)), choices: part.choices.map(({ utterance }) => utterance) }
  }
  const shown = parts.filter((part) => part.type !== 'source')
  const names = [understood?.topic, understood?.place].filter((name) => name !== undefined)
  return [
    ...shown.filter((part) => !isNext(part)).map(render),
    ...(names.length > 0 ? [block(wrap(`${say('chat.understood')}: ${names.join('; ')}`, look.width))] : []),
    ...(sources.length > 0 ? [block(renderSources(sources, say, look))] : []),
    ...shown.filter(isNext).map(render)
  ]
}

const block = (text: string, role?: string): Block => ({ text, choices: [], pinned: role === 'standing', leads: role !== undefined })

const renderSources = (sources: Reply['sources'], say: Say, look: Look): string =>
  renderList(
    say('labels.sources'),
    sources.map(({ title, date }) => `${title} (${date})`),
    look
  )

function renderChoices({ choices, role }: Choices, from: number, say: Say, look: Look): string {
  const { width, indent, bullet, numbers } = look
  const title = role === 'next' ? say('labels.next') : say('terminal.choices')
  const mark = (at: number): string => (numbers ? `${indent}${String(from + at + 1)}. ` : bullet)
  return [
    wrap(numbers ? `${title} (${say('terminal.number')}):` : `${title}:`, width),
    ...choices.map(({ label }, at) => wrap(label, width, mark(at)))
  ].join('\n')
}
