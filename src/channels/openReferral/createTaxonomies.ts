import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import { textFor } from '../../knowledge/records/audience.js'
import type { Service } from '../../knowledge/records/service.js'
import type { Topic } from '../../knowledge/records/topic.js'
import { idOf } from './idOf.js'
import type { Attribute, Taxonomy, TaxonomyTerm } from './schemas.js'

export interface Taxonomies {
  readonly taxonomies: readonly Taxonomy[]
  readonly terms: readonly TaxonomyTerm[]
  /** The terms of a service, each as the attribute that links it. */
  readonly attributesOf: (id: string, service: Service, serviceId: string) => Attribute[]
}

/** Two taxonomies of our own, the topics and the audiences, and which service has which of their terms. */
export function createTaxonomies(knowledge: Knowledge): Taxonomies {
  const { directory } = knowledge
  const topics: Taxonomy = { id: idOf('taxonomy', 'topics'), ...directory.topics }
  const audiences: Taxonomy = { id: idOf('taxonomy', 'audiences'), ...directory.audiences }
  const topicTerms = [...knowledge.topics].map(([id, { name, definition }]) =>
    toTerm(topics, id, name, textFor(definition ?? name, 'public'))
  )
  const audienceTermList = Object.entries(directory.audience).map(([id, { name, description }]) => toTerm(audiences, id, name, description))
  const served = new Map([...knowledge.topics].map(([id, topic]) => [id, servicesOf(topic, knowledge)]))
  return {
    taxonomies: [topics, audiences],
    terms: [...topicTerms, ...audienceTermList],
    attributesOf: (id, service, serviceId) => [
      ...topicTerms.filter(({ code }) => served.get(code)?.has(id)).map((term) => toAttribute(term, 'topic', serviceId)),
      ...audienceTermList
        .filter(({ code }) => service.audience.some((audience) => audience === code))
        .map((term) => toAttribute(term, 'intended_audience', serviceId))
    ]
  }
}

const toTerm = (taxonomy: Taxonomy, code: string, name: string, description: string): TaxonomyTerm => ({
  id: idOf('term', taxonomy.id, code),
  code,
  name,
  description,
  taxonomy: taxonomy.name,
  taxonomy_id: taxonomy.id,
  language: 'en'
})

const toAttribute = (term: TaxonomyTerm, linkType: Attribute['link_type'], serviceId: string): Attribute => ({
  id: idOf('attribute', serviceId, term.id),
  link_id: serviceId,
  link_entity: 'service',
  link_type: linkType,
  taxonomy_term_id: term.id,
  taxonomy_term: term
})

/** Whoever is given out for a topic, to any audience and any way of asking; a role is whoever has it in any area. */
function servicesOf(topic: Topic, { areas }: Knowledge): ReadonlySet<string> {
  const named = [...Object.values(topic.services), ...Object.values(topic.servicesForAsk), topic.servicesWithoutPlace]
  return new Set(
    named.flatMap((refs = []) =>
      refs.flatMap((ref) => (ref.startsWith('area:') ? [...areas.values()].flatMap(({ roles }) => roles[ref.slice(5)] ?? []) : [ref]))
    )
  )
}
