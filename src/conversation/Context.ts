import type { Knowledge } from '../knowledge/loadKnowledge.js'
import type { Answer } from '../knowledge/records/answer.js'
import type { Audience } from '../knowledge/records/audience.js'
import type { Settings } from '../knowledge/records/settings.js'
import type { Topic } from '../knowledge/records/topic.js'
import type { DangerRule } from '../triage/createTriage.js'
import type { Verdict } from '../triage/Verdict.js'
import type { FoundLanguage } from '../understanding/createFindLanguage.js'
import type { Place } from '../understanding/createFindLocality.js'
import type { Reading } from '../understanding/Reading.js'
import type { MakeOffer, Offer } from './createOffer.js'
import type { Say } from './createSay.js'
import type { Part, ReplyKind } from './Reply.js'
import type { State, Turn } from './State.js'

/** What the conversation says with, made once at start-up. */
export interface Voice {
  readonly knowledge: Knowledge
  readonly answers: ReadonlyMap<string, Answer>
  readonly dangers: Readonly<Record<string, DangerRule>>
  readonly settings: Settings
  readonly say: Say
  readonly makeOffer: MakeOffer
  /** Is this small cue in the message: yes, no, deaf, prying, place-unknown? */
  readonly hints: (hint: string, words: readonly string[]) => boolean
}

/** All that is known when a turn is decided. */
export interface Context extends Voice {
  readonly turn: Turn
  readonly state: State
  readonly reading: Reading
  readonly verdict: Verdict
  readonly language: FoundLanguage | undefined
  readonly audience: Audience
  readonly place: Place | undefined
  /** What is wanted, when it was understood. */
  readonly ask: string | undefined
  /** What it is about: read now, or carried over. */
  readonly topicId: string | undefined
  readonly topic: Topic | undefined
  /** The topic was read in this very turn. */
  readonly topicIsNew: boolean
  /** Services for these references, for this person, here and now. */
  readonly offer: (refs: readonly string[], most?: number) => Offer
}

/** What a step decided: the reply before the standing line, and what to remember. */
export interface Draft {
  readonly kind: ReplyKind
  readonly parts: readonly Part[]
  readonly offer?: Offer
  readonly topic?: string | undefined
  readonly ask?: string | undefined
  readonly remember?: Partial<State>
  /** The reply ends without the line on 999: courtesies, and those that open with it. */
  readonly withoutStandingLine?: boolean
}

/** One way a turn can end; `undefined` passes it on to the next. */
export type Step = (context: Context) => Draft | undefined

/** All that the steps which find services look at; a tool that looks services up makes one without a conversation. */
export type Finding = Pick<
  Context,
  | 'knowledge'
  | 'say'
  | 'makeOffer'
  | 'turn'
  | 'state'
  | 'reading'
  | 'audience'
  | 'place'
  | 'ask'
  | 'topicId'
  | 'topic'
  | 'topicIsNew'
  | 'offer'
>
