import { styleText } from 'node:util'
import type { Say } from '../../conversation/createSay.js'
import { renderText } from '../../conversation/renderText.js'
import type { Reply } from '../../conversation/Reply.js'

/** The text of a reply, wrapped at 78 columns; in a terminal with the names bold and the emergency in red. */
export function colour(reply: Reply, say: Say, isTerminal: boolean): string {
  return renderText(reply.parts, say)
    .split('\n')
    .map((line) => wrap(line))
    .map((line, at) => (isTerminal ? paint(line, at, reply) : line))
    .join('\n')
}

function paint(line: string, at: number, reply: Reply): string {
  if (reply.kind === 'emergency' && at === 0) return styleText(['bold', 'red'], line)
  return reply.services.some((service) => service.name === line) ? styleText('bold', line) : line
}

function wrap(line: string, width = 78): string {
  const indent = /^[ -]*/.exec(line)?.[0] ?? ''
  const wrapped = [indent]
  for (const word of line.slice(indent.length).split(' ')) {
    const last = wrapped.at(-1) ?? ''
    if (last.trim() !== '' && last.length + word.length + 1 > width) wrapped.push(`${' '.repeat(indent.length)}${word}`)
    else wrapped[wrapped.length - 1] = last.endsWith(' ') || last === '' ? last + word : `${last} ${word}`
  }
  return wrapped.join('\n')
}
