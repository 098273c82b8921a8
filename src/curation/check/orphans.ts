import type { Intents } from '../../knowledge/loadIntents.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import { namedServices } from '../../knowledge/namedServices.js'
import type { Finding } from './Finding.js'

/** Records that nobody can be led to. */
export function checkOrphans(knowledge: Knowledge, { topics: spoken }: Pick<Intents, 'topics'>): Finding[] {
  const { topics, signs, services, articles, areas, localities, facts, firstContacts } = knowledge
  const named = new Set(namedServices(knowledge).flatMap(({ refs }) => refs))
  const listed = new Set([firstContacts.generalSigns, ...[...topics.values()].map((topic) => topic.signs)])
  const cited = new Set(
    [...facts.values()].flatMap(({ sources }) => sources.flatMap((source) => ('article' in source ? [source.article] : [])))
  )
  const placed = new Set([...localities.values()].flatMap((file) => file.areas))
  const left = (
    folder: string,
    ids: Iterable<string>,
    known: (id: string) => boolean,
    weight: Finding['weight'],
    says: string
  ): Finding[] => [...ids].filter((id) => !known(id)).map((id) => ({ weight, file: `${folder}/${id}.yaml`, says }))
  const offered = [...services].filter(([, { status }]) => status === 'current').map(([id]) => id)
  return [
    ...left(
      'knowledge/topics',
      topics.keys(),
      (id) => spoken.has(id),
      'mend',
      'nobody can reach this topic: add intents/topics with the same name'
    ),
    ...left(
      'intents/topics',
      spoken.keys(),
      (id) => topics.has(id),
      'mend',
      'there is nothing to say about it: add knowledge/topics with the same name'
    ),
    ...left('knowledge/signs', signs.keys(), (id) => listed.has(id), 'mend', 'no topic shows this list: name it in the signs of a topic'),
    ...left('knowledge/articles', articles.keys(), (id) => cited.has(id), 'note', 'no fact comes from it'),
    ...left('knowledge/areas', areas.keys(), (id) => placed.has(id), 'note', 'no place lies in it'),
    ...left(
      'knowledge/services',
      offered,
      (id) => named.has(id),
      'note',
      'no topic names it: it is given only to those who ask for it by name'
    )
  ]
}
