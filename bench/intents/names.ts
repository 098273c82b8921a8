import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { loadIntents } from '../../src/knowledge/loadIntents.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'
import { createRepair } from '../../src/language/createRepair.js'
import { createNormalise } from '../../src/language/normalise.js'
import { createFindLocality } from '../../src/understanding/createFindLocality.js'
import { createFindService } from '../../src/understanding/createFindService.js'
import { createSoundAlike } from '../../src/understanding/createSoundAlike.js'

/**
 * `npx tsx bench/intents/names.ts` (after `npm run build`): how many names of places and services in tests/utterances are found by looking
 * them up, with the repair of slips before it, and with fuse.js and Jaro-Winkler behind it; and what each costs.
 */
interface Named {
  readonly text: string
  readonly name?: string
  readonly service?: string
}
const root = areaRoot()
const [intents, knowledge] = [loadIntents(root), loadKnowledge(root)]
const { vocabulary } = JSON.parse(readFileSync(join(root, 'models/rules.json'), 'utf8')) as { vocabulary: string[] }
const normalise = createNormalise(intents.words)
const mend = createRepair(vocabulary, intents.words.contractions, createSoundAlike(vocabulary))
const asTyped = (words: readonly string[]): readonly string[] => words
const rows = (name: string): Named[] =>
  readFileSync(join(root, `tests/utterances/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Named)

/** Every word counts as known, so that none is tried as a slip of a name. */
class All extends Set<string> {
  override has(): boolean {
    return true
  }
}
const steps = [
  { name: 'looked up', known: new All(), repair: asTyped },
  { name: 'and repaired', known: new All(), repair: mend },
  { name: 'and fuse.js with Jaro-Winkler', known: new Set(vocabulary), repair: mend }
]

process.stdout.write('| | places found | us | services right | us |\n| --- | --- | --- | --- | --- |\n')
for (const { name, known, repair } of steps) {
  const places = createFindLocality(knowledge.localities, normalise, intents.words.places, known)
  const services = createFindService(knowledge.services, normalise, intents.words.names, known)
  const place = judge(rows('places'), ({ text, name: wanted = '' }) => {
    const words = normalise(text)
    return (places.find(words, repair(words), text, false) !== undefined) === (wanted !== '')
  })
  const service = judge(rows('services'), ({ text, service: wanted }) => {
    const words = normalise(text)
    return (services(words, repair(words)) ?? 'none') === wanted
  })
  process.stdout.write(`| ${name} | ${place} | ${service} |\n`)
}

/** Share of rows that hold, and the mean time of one after a warm-up, normalising and repair included. */
function judge(all: readonly Named[], holds: (row: Named) => boolean): string {
  for (const row of all) holds(row)
  const from = performance.now()
  const right = all.filter(holds).length
  const micros = (1_000 * (performance.now() - from)) / all.length
  return `${((100 * right) / all.length).toFixed(1)}% of ${String(all.length)} | ${micros.toFixed(0)}`
}
