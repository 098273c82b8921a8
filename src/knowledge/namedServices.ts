import type { Knowledge } from './loadKnowledge.js'

/** A record that names services: ids, or `area:role`. */
export interface NamedServices {
  readonly file: string
  readonly field: string
  readonly refs: readonly string[]
}

/** Everywhere in the knowledge that services are named to people. */
export function namedServices({ topics, facts, guidance, areas, firstContacts }: Knowledge): NamedServices[] {
  const { common, generalSigns, harmfulTopic, ...contacts } = firstContacts
  return [
    ...[...topics].flatMap(([id, { services, servicesForAsk, servicesWithoutPlace }]) =>
      listsIn(`knowledge/topics/${id}.yaml`, { services, servicesForAsk, servicesWithoutPlace })
    ),
    ...[...facts].flatMap(([id, { services }]) => listsIn(`knowledge/facts/${id}.yaml`, { services })),
    ...[...guidance].flatMap(([id, { services }]) => listsIn(`knowledge/guidance/${id}.yaml`, { services })),
    ...[...areas].flatMap(([id, { roles }]) => listsIn(`knowledge/areas/${id}.yaml`, { roles })),
    ...listsIn('knowledge/first-contacts.yaml', contacts)
  ]
}

type Lists = readonly string[] | Readonly<Record<string, readonly string[] | undefined>> | undefined

const listsIn = (file: string, fields: Readonly<Record<string, Lists>>): NamedServices[] =>
  Object.entries(fields).map(([field, lists]) => ({ file, field, refs: refsIn(lists) }))

function refsIn(lists: Lists): readonly string[] {
  if (lists === undefined) return []
  return isList(lists) ? lists : Object.values(lists).flatMap((refs) => refs ?? [])
}

const isList = (lists: NonNullable<Lists>): lists is readonly string[] => Array.isArray(lists)
