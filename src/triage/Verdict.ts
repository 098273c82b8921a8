import type { Danger } from '../knowledge/records/intents.js'

/** What caused a verdict: a pattern with the words it matched, or the score of the statistical half. */
export type Cause = { by: 'rule'; danger: string; pattern: string; words: string } | { by: 'model'; danger: string; score: number }

/** How sure triage is that somebody is in danger now, and which first words fit. */
export interface Verdict {
  readonly level: 'emergency' | 'check' | 'none'
  readonly danger?: string
  readonly response: Danger['response']
  /** The topic of those who help after 999. */
  readonly topic?: string
  readonly causes: readonly Cause[]
}
