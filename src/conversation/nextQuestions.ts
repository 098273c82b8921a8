import type { Topic } from '../knowledge/records/topic.js'
import type { Draft } from './Context.js'
import type { Part } from './Reply.js'
import type { ReplyId } from './replyIds.js'

/** A question that can follow a reply about a worry. */
export interface NextQuestion {
  /** What it asks for. */
  readonly ask: string
  /** Its words, on the button and as they are said. */
  readonly says: ReplyId
  /** Do we have the answer for this topic? */
  readonly has: (topic: Topic) => boolean
  /** Did the reply just give it? */
  readonly given: (draft: Draft) => boolean
}

type ListRole = Extract<Part, { type: 'list' }>['role']

const lists =
  (role: ListRole) =>
  ({ parts }: Draft): boolean =>
    parts.some((part) => part.type === 'list' && part.role === role)

const answers =
  (wanted: string) =>
  ({ kind, ask }: Draft): boolean =>
    kind === 'fact' && ask === wanted

/** All of them, in the order in which they are offered. */
export const nextQuestions: readonly NextQuestion[] = [
  { ask: 'signs', says: 'next.signs', has: ({ signs }) => signs !== undefined, given: lists('signs') },
  { ask: 'what-to-do', says: 'next.what-to-do', has: ({ whatToDo }) => whatToDo !== undefined, given: lists('do') },
  {
    ask: 'what-happens-next',
    says: 'next.what-happens-next',
    has: ({ whatHappensNext }) => whatHappensNext !== undefined,
    given: answers('what-happens-next')
  },
  { ask: 'report-anonymously', says: 'next.anonymous', has: () => true, given: answers('report-anonymously') }
]
