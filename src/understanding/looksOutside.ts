import type { Reading } from './Reading.js'

/** The smallest share of the ask, beside the likeliest, and of no topic, for a message to look like none of our business. */
export interface LeastOutside {
  readonly ask: number
  readonly noTopic: number
}

/** Among the asks "out of scope" has to be the likeliest, or half as likely as that. */
const besideBest = 0.5

/** Does a message look like none of our business? Chosen by bench/intents/validate.ts, for few real questions turned away. */
export function looksOutside({ asks, topics }: Pick<Reading, 'asks' | 'topics'>, least: LeastOutside): boolean {
  const outside = asks.find(({ id }) => id === 'out-of-scope')?.share ?? 0
  const noTopic = topics.find(({ id }) => id === 'none')?.share ?? 0
  return outside >= least.ask && outside >= besideBest * (asks[0]?.share ?? 0) && noTopic >= least.noTopic
}
