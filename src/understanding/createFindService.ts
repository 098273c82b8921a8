import type { Service } from '../knowledge/records/service.js'
import type { Normalise } from '../language/normalise.js'
import { PhraseIndex, type Mention } from '../language/phraseIndex.js'
import { createClosestName } from './closestName.js'

/** The service that a message names: in the words as they were typed, else as they were meant. */
export type FindService = (words: readonly string[], meant: readonly string[]) => string | undefined

/** The small words before and behind a name that show that a service is meant, where it is also an everyday word. */
export interface NameWords {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What a name stands for; of an everyday word it does so only beside small words that show it. */
interface Named {
  readonly id: string
  readonly everyday: boolean
}

/** In a message of so few words a name is a name; slips are tried up to the second. */
const [alone, short] = [1, 8]

/** Makes the recogniser of services by any name that people give them. */
export function createFindService(
  services: ReadonlyMap<string, Service>,
  normalise: Normalise,
  { before, after }: NameWords,
  vocabulary: ReadonlySet<string>
): FindService {
  const index = new PhraseIndex<Named>()
  const ordered = [...services].sort(([, a], [, b]) => rank(a) - rank(b))
  for (const [id, { name, aliases, everydayNames }] of ordered) {
    for (const form of everydayNames) index.add(normalise(form), { id, everyday: true })
    for (const form of [name, ...aliases]) index.add(normalise(form), { id, everyday: false })
  }
  const [leadIn, leadOut] = [new Set(before), new Set(after)]
  const isService = (m: Mention<Named>, words: readonly string[]): boolean =>
    !m.value.everyday || words.length <= m.length + alone || leadIn.has(m.before) || leadOut.has(words[m.at + m.length] ?? '')
  const named = (words: readonly string[]): string | undefined =>
    index
      .find(words)
      .filter((m) => isService(m, words))
      .reduce<Mention<Named> | undefined>((best, m) => (best === undefined || m.length > best.length ? m : best), undefined)?.value.id
  const closest = createClosestName(index.names(), vocabulary)
  const slip = (words: readonly string[]): string | undefined => {
    const name = words.length > short ? undefined : words.map((_, at) => closest(words, at)).find((n) => n !== undefined)
    return name === undefined ? undefined : index.get(name.split(' '))?.id
  }
  return (words, meant) => named(words) ?? (meant === words ? undefined : named(meant)) ?? slip(words)
}

const rank = ({ status }: Service): number => ['current', 'unverified', 'superseded', 'elsewhere'].indexOf(status)
