import type { Intents } from '../../knowledge/loadIntents.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import { sayingsOf } from '../sayings.js'
import { checkDates } from './dates.js'
import type { Finding } from './Finding.js'
import { checkOrphans } from './orphans.js'
import { checkPlainWords } from './plainWords.js'
import { checkShown } from './shown.js'

/** All that a keeper should know of sound knowledge on a day ("2026-11-22"); what cannot be loaded at all is told by the loaders. */
export function checkAll(knowledge: Knowledge, intents: Pick<Intents, 'topics'>, today: string): Finding[] {
  const sayings = sayingsOf(knowledge)
  return [
    ...checkShown(sayings, knowledge),
    ...checkOrphans(knowledge, intents),
    ...checkPlainWords(sayings, knowledge.wording),
    ...checkDates(knowledge, today)
  ]
}
