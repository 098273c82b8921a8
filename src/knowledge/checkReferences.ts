import { askIds } from './askIds.js'
import type { Knowledge } from './loadKnowledge.js'
import { namedServices } from './namedServices.js'
import { pageIds } from './records/page.js'
import type { Source } from './records/source.js'

/** Every dangling reference, as "file: field: mend". */
export function checkReferences(knowledge: Knowledge): string[] {
  return [
    ...namedServices(knowledge).flatMap(({ file, field, refs }) => serviceRefs(file, field, refs, knowledge)),
    ...serviceReferences(knowledge),
    ...topicReferences(knowledge),
    ...answerReferences(knowledge),
    ...areaReferences(knowledge),
    ...pageFaults(knowledge),
    ...sourceReferences(knowledge),
    ...firstContactReferences(knowledge)
  ]
}

function serviceReferences({ services, articles, regions }: Knowledge): string[] {
  return [...services].flatMap(([id, service]) => [
    ...missing(`knowledge/services/${id}.yaml`, 'serviceArea', service.serviceArea, regions),
    ...missing(`knowledge/services/${id}.yaml`, 'supersededBy', service.supersededBy, services),
    ...missing(`knowledge/services/${id}.yaml`, 'printedIn', service.printedIn, articles)
  ])
}

const asks = new Map(askIds.map((id) => [id as string, id]))

function topicReferences({ topics, signs }: Knowledge): string[] {
  return [...topics].flatMap(([id, topic]) => {
    const file = `knowledge/topics/${id}.yaml`
    return [
      ...missing(file, 'signs', topic.signs === undefined ? [] : [topic.signs], signs),
      ...missing(file, 'servicesForAsk', Object.keys(topic.servicesForAsk), asks),
      ...missing(file, 'readAs', Object.entries(topic.readAs).flat(), asks)
    ]
  })
}

function answerReferences(knowledge: Knowledge): string[] {
  return (['facts', 'guidance'] as const).flatMap((kind) =>
    [...knowledge[kind]].flatMap(([id, record]) => {
      const file = `knowledge/${kind}/${id}.yaml`
      return [
        ...missing(file, 'topic', record.topic === undefined ? [] : [record.topic], knowledge.topics),
        ...missing(file, 'ask', record.ask === undefined ? [] : [record.ask], asks),
        ...missing(file, 'signs', record.signs === undefined ? [] : [record.signs], knowledge.signs),
        ...(knowledge.facts.has(id) && kind === 'guidance' ? [`${file}: a fact has the same id; rename one of them`] : [])
      ]
    })
  )
}

function areaReferences({ areas, localities, regions }: Knowledge): string[] {
  return [
    ...[...areas].flatMap(([id, { within }]) => missing(`knowledge/areas/${id}.yaml`, 'within', within, regions)),
    ...[...localities].flatMap(([id, file]) => missing(`knowledge/localities/${id}.yaml`, 'areas', file.areas, areas))
  ]
}

function pageFaults({ pages }: Knowledge): string[] {
  const known: readonly string[] = pageIds
  return [
    ...pageIds.filter((id) => !pages.has(id)).map((id) => `knowledge/pages/${id}.yaml: the page is missing; add it`),
    ...[...pages.keys()].filter((id) => !known.includes(id)).map((id) => `knowledge/pages/${id}.yaml: no such page is shown; remove it`)
  ]
}

function sourceReferences({ articles, services, signs, topics, facts, guidance, pages }: Knowledge): string[] {
  const sourced: [string, ReadonlyMap<string, { sources?: Source[] | undefined }>][] = [
    ['services', services],
    ['signs', signs],
    ['topics', topics],
    ['facts', facts],
    ['guidance', guidance],
    ['pages', pages]
  ]
  return sourced.flatMap(([folder, records]) =>
    [...records].flatMap(([id, record]) =>
      missing(
        `knowledge/${folder}/${id}.yaml`,
        'sources',
        (record.sources ?? []).flatMap((s) => ('article' in s ? [s.article] : [])),
        articles
      )
    )
  )
}

function firstContactReferences({ firstContacts, topics, signs }: Knowledge): string[] {
  const { common, generalSigns, harmfulTopic } = firstContacts
  const file = 'knowledge/first-contacts.yaml'
  const tapped = Object.values(common).flatMap((ids) => ids ?? [])
  return [
    ...missing(file, 'common', tapped, topics),
    ...missing(file, 'harmfulTopic', [harmfulTopic], topics),
    ...missing(file, 'generalSigns', [generalSigns], signs)
  ]
}

function serviceRefs(file: string, field: string, refs: readonly string[], { services, areas }: Knowledge): string[] {
  const roles = new Map([...areas.values()].flatMap((area) => Object.keys(area.roles).map((role) => [role, role])))
  return [
    ...missing(
      file,
      field,
      refs.filter((ref) => !ref.startsWith('area:')),
      services
    ),
    ...missing(
      file,
      field,
      refs.filter((ref) => ref.startsWith('area:')).map((ref) => ref.slice(5)),
      roles
    )
  ]
}

function missing(file: string, field: string, ids: readonly string[], known: ReadonlyMap<string, unknown>): string[] {
  return ids.filter((id) => !known.has(id)).map((id) => `${file}: ${field}: there is no "${id}"; correct the name or add the record`)
}
