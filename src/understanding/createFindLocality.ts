import type { Localities } from '../knowledge/records/locality.js'
import type { Normalise } from '../language/normalise.js'
import { PhraseIndex, type Mention } from '../language/phraseIndex.js'
import { createClosestName } from './closestName.js'

/** A place as the knowledge has it. `areas` has two members where a border runs through it. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly areas: readonly string[]
  readonly everydayWord: boolean
}

export interface FindLocality {
  /** The place that a message is about, if it names one. */
  find(words: readonly string[], utterance: string, awaited: boolean): Place | undefined
  byId(id: string): Place | undefined
}

/** The small words that show that a name is a place, that it is the one where the child lives, or that it is denied. */
export interface PlaceWords {
  readonly before: readonly string[]
  readonly home: readonly string[]
  readonly denied: readonly string[]
}

/** Makes the recogniser of places and postcode districts. Exact names are looked up; slips are tried only where a place is likely. */
export function createFindLocality(
  files: ReadonlyMap<string, Localities>,
  normalise: Normalise,
  small: PlaceWords,
  vocabulary: ReadonlySet<string>
): FindLocality {
  const leadIn = new Set(small.before)
  const index = new PhraseIndex<Place>()
  const byId = new Map<string, Place>()
  for (const { areas, places, postcodes } of files.values()) {
    for (const { name, aliases, everydayWord } of places) {
      const place = { id: slug(name), name, areas, everydayWord }
      if (!byId.has(place.id)) byId.set(place.id, place)
      for (const form of [name, ...aliases]) index.add(normalise(form), place)
    }
    for (const district of postcodes) {
      const place = { id: slug(district), name: district, areas, everydayWord: false }
      byId.set(place.id, place)
      index.add([district.toLowerCase()], place)
    }
  }
  const closest = createClosestName(index.names(), vocabulary)
  const guess = (words: readonly string[], awaited: boolean): Place | undefined => {
    const likely = words.map((_, at) => at).filter((at) => words.length <= 3 || awaited || leadIn.has(words[at - 1] ?? ''))
    const name = likely.map((at) => closest(words, at)).find((n) => n !== undefined)
    return name === undefined ? undefined : index.get(name.split(' '))
  }
  return {
    byId: (id) => byId.get(id),
    find: (words, utterance, awaited) => {
      const joined = joinPostcodes(words)
      const mentions = index.find(joined).filter((m) => isPlace(m, joined, utterance, awaited, leadIn))
      return choose(mentions, joined, small)?.value ?? (mentions.length > 0 ? undefined : guess(joined, awaited))
    }
  }
}

/** "bh 10" and "bh10 4ab" are read as bh10. */
function joinPostcodes(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (/^\d{1,2}[a-z]?$/.test(word) && /^[a-z]{1,2}$/.test(words[at - 1] ?? '')) return []
    if (/^[a-z]{1,2}$/.test(word) && /^\d{1,2}[a-z]?$/.test(words[at + 1] ?? '') && !['a', 'i'].includes(word))
      return [word + (words[at + 1] ?? '')]
    const full = /^([a-z]{1,2}\d{1,2})\d[a-z]{2}$/.exec(word)
    return [full?.[1] ?? word]
  })
}

function isPlace(
  mention: Mention<Place>,
  words: readonly string[],
  utterance: string,
  awaited: boolean,
  leadIn: ReadonlySet<string>
): boolean {
  if (!mention.value.everydayWord || awaited || words.length <= 2) return true
  return leadIn.has(mention.before) || new RegExp(`(?<=[\\p{L}\\p{N},;:] )${titleCase(mention.words)}`, 'u').test(utterance)
}

const titleCase = (words: string): string => words.replace(/(^| )\p{L}/gu, (c) => c.toUpperCase())

/** Leaves out places that are denied ("not Poole"); prefers where the child lives. */
function choose(mentions: readonly Mention<Place>[], words: readonly string[], { home, denied }: PlaceWords): Mention<Place> | undefined {
  const behind = (m: Mention<Place>, phrases: readonly string[]): boolean => {
    const before = ` ${words.slice(Math.max(0, m.at - 3), m.at).join(' ')}`
    return phrases.some((phrase) => before.endsWith(` ${phrase}`))
  }
  const kept = mentions.filter((m) => !behind(m, denied))
  return kept.find((m) => behind(m, home)) ?? kept.find((m) => m.value.areas.length === 1) ?? kept[0]
}

export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
