import type { Say } from '../../conversation/createSay.js'
import type { State } from '../../conversation/State.js'
import type { Answer } from './createAnswer.js'
import type { Look } from './Look.js'
import { pickChoice } from './pickChoice.js'
import { renderReply, type Block } from './renderReply.js'
import { toPages, type Window } from './toPages.js'

/** A line in, what to print out. */
export type Hear = (line: string) => string

export interface Screen {
  readonly look: Look
  readonly window: Window
}

/** Makes a conversation for a reader of lines. It keeps ids, what the last answer offered, and what of it is not shown yet; no words. */
export function createConversation(answer: Answer, say: Say, screen: () => Screen): Hear {
  let state: State = {}
  let offered: string[] = []
  let unread: Block[][] = []
  const readOn = (): string => {
    const [page = [], ...rest] = unread
    unread = rest
    offered.push(...page.flatMap(({ choices }) => choices))
    return [...page.map(({ text }) => text), ...(rest.length > 0 ? [say('terminal.more')] : [])].join('\n\n')
  }
  return (line) => {
    const isEmpty = line.trim() === ''
    if (isEmpty && unread.length > 0) return readOn()
    const picked = pickChoice(line, offered)
    const result = answer(picked ?? line, state)
    const { look, window } = screen()
    state = result.state
    // An Enter too many takes no choice away.
    if (!isEmpty) offered = []
    unread = toPages(renderReply(result.reply, say, look), window)
    return picked === undefined ? readOn() : `${say('page.you-said')}: ${picked}\n\n${readOn()}`
  }
}
