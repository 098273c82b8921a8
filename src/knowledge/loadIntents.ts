import { join } from 'node:path'
import { askIds, hintIds } from './askIds.js'
import { checkPatterns } from './checkPatterns.js'
import { KnowledgeFaults } from './Faults.js'
import { readRecord, readRecords, type Records } from './readRecords.js'
import { ask, audienceIntent, danger, hint, nearMiss, topicIntent } from './records/intents.js'
import { languageIntent } from './records/language.js'
import { settings } from './records/settings.js'
import { words } from './records/words.js'

/** All that people say: what the models are trained on, and the patterns. */
export type Intents = NonNullable<ReturnType<typeof readIntents>>

/**
 * Reads `intents/` below `root`.
 * @throws KnowledgeFaults naming every fault at once: file, field, mend.
 */
export function loadIntents(root: string): Intents {
  const faults: string[] = []
  const intents = readIntents(root, faults)
  if (intents === undefined) throw new KnowledgeFaults(faults)
  return intents
}

function readIntents(root: string, faults: string[]) {
  const folder = <S extends Parameters<typeof readRecords>[2]>(name: string, schema: S) =>
    readRecords(root, `intents/${name}`, schema, faults)
  const file = <S extends Parameters<typeof readRecord>[2]>(name: string, schema: S) =>
    readRecord(join(root, 'intents', name), `intents/${name}`, schema, faults)
  const spelling = file('words.yaml', words)
  const thresholds = file('settings.yaml', settings)
  const intents = {
    dangers: folder('dangers', danger),
    nearMisses: folder('near-misses', nearMiss),
    asks: folder('asks', ask),
    topics: folder('topics', topicIntent),
    audiences: folder('audiences', audienceIntent),
    hints: folder('hints', hint),
    languages: folder('languages', languageIntent)
  }
  faults.push(...namesakes('asks', intents.asks, askIds), ...namesakes('hints', intents.hints, hintIds))
  const { dangers, audiences, hints } = intents
  if (spelling !== undefined) checkPatterns({ dangers, audiences, hints }, spelling.lists, faults)
  return spelling === undefined || thresholds === undefined || faults.length > 0
    ? undefined
    : { ...intents, words: spelling, settings: thresholds }
}

/** The files of a folder have fixed names, because the conversation asks for them: what is missing, and what nobody would ask for. */
function namesakes(folder: string, found: Records<unknown>, needed: readonly string[]): string[] {
  return [
    ...needed.filter((id) => !found.has(id)).map((id) => `intents/${folder}/${id}.yaml: the file is missing or faulty; add or mend it`),
    ...[...found.keys()]
      .filter((id) => !needed.includes(id))
      .map((id) => `intents/${folder}/${id}.yaml: the conversation knows no "${id}"; correct the name of the file or remove it`)
  ]
}
