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
  /** The place that a message is about, if it names one: in the words as they were typed, else as they were meant. */
  find(words: readonly string[], meant: readonly string[], utterance: string, awaited: boolean): Place | undefined
  byId(id: string): Place | undefined
}

/** The small words beside a name that tell what it is. */
export interface PlaceWords {
  /** A place follows. */
  readonly before: readonly string[]
  /** The child lives there. */
  readonly home: readonly string[]
  /** The speaker does: it counts where no other place is told. */
  readonly speaker: readonly string[]
  /** Somebody only comes from there or goes there. */
  readonly away: readonly string[]
  readonly denied: readonly string[]
  /** The name of a person follows. */
  readonly person: readonly string[]
  /** Behind a name: it names a thing. */
  readonly thing: readonly string[]
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
    find: (words, meant, utterance, awaited) => {
      const joined = joinPostcodes(words)
      const mentions = index.find(joined).filter((m) => isPlace(m, joined, utterance, awaited, leadIn))
      if (mentions.length > 0) return choose(mentions, joined, small)?.value
      const mended = meant === words ? [] : index.find(meant).filter((m) => !m.value.everydayWord)
      return choose(mended, meant, small)?.value ?? guess(joined, awaited)
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

/** Leaves out what is denied ("not Poole") or names a person or a thing; prefers where the child lives, then any place to where the speaker lives. */
function choose(mentions: readonly Mention<Place>[], words: readonly string[], small: PlaceWords): Mention<Place> | undefined {
  const behind = ({ at }: Mention<Place>, phrases: readonly string[]): boolean => {
    const before = ` ${words.slice(Math.max(0, at - 4), at).join(' ')}`
    return phrases.some((phrase) => before.endsWith(` ${phrase}`))
  }
  const isThing = ({ at, length }: Mention<Place>): boolean => {
    const after = `${words.slice(at + length, at + length + 2).join(' ')} `
    return small.thing.some((phrase) => after.startsWith(`${phrase} `))
  }
  const rank = (m: Mention<Place>): number => {
    if (behind(m, small.speaker) || behind(m, small.away)) return 0
    return (behind(m, small.home) ? 2 : 1) + (m.value.areas.length === 1 ? 0.5 : 0)
  }
  return mentions
    .filter((m) => !behind(m, small.denied) && !behind(m, small.person) && !isThing(m))
    .reduce<Mention<Place> | undefined>((best, m) => (best === undefined || rank(m) > rank(best) ? m : best), undefined)
}

export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
