import type { Service } from '../knowledge/records/service.js'
import type { Normalise } from '../language/normalise.js'
import { PhraseIndex } from '../language/phraseIndex.js'
import { createClosestName } from './closestName.js'

export type FindService = (words: readonly string[]) => string | undefined

/** Makes the recogniser of services by any name that people give them; slips are tried in short messages only. */
export function createFindService(
  services: ReadonlyMap<string, Service>,
  normalise: Normalise,
  vocabulary: ReadonlySet<string>
): FindService {
  const index = new PhraseIndex<string>()
  const ordered = [...services].sort(([, a], [, b]) => rank(a) - rank(b))
  for (const [id, service] of ordered) for (const name of [service.name, ...service.aliases]) index.add(normalise(name), id)
  const closest = createClosestName(index.names(), vocabulary)
  return (words) => {
    const found = index.find(words)
    if (found.length > 0) return found.reduce((best, m) => (m.length > best.length ? m : best)).value
    const slip = words.length > 8 ? undefined : words.map((_, at) => closest(words, at)).find((n) => n !== undefined)
    return slip === undefined ? undefined : index.get(slip.split(' '))
  }
}

const rank = ({ status }: Service): number => ['current', 'unverified', 'superseded', 'elsewhere'].indexOf(status)
