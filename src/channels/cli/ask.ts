import type { Signpost } from '../../conversation/loadSignpost.js'
import { createAnswer } from './createAnswer.js'
import { lookFor } from './Look.js'
import { renderReply } from './renderReply.js'
import type { Terminal } from './Terminal.js'
import { endless, toPages } from './toPages.js'

export interface AskSettings extends Pick<Terminal, 'output' | 'env' | 'plain'> {
  /** As one line `{ reply, state }`, for a program. */
  readonly json: boolean
}

/** The answer to one question, as a person would like to read it in a terminal. There is nothing to pick, so choices bear no numbers. */
export function ask(question: string, signpost: Signpost, { output, env, plain, json }: AskSettings): string {
  const answer = createAnswer(signpost)(question, {})
  if (json) return `${JSON.stringify(answer)}\n`
  const look = { ...lookFor(output, env, plain), numbers: false }
  const [page = []] = toPages(renderReply(answer.reply, signpost.say, look), endless)
  return `\n${page.map(({ text }) => text).join('\n\n')}\n\n`
}
