import { compilePatterns, findPatterns, hidePatterns, type Match } from './patterns.js'
import type { Lists } from './parsePattern.js'

/** The patterns of one record. */
export interface Patterned {
  readonly phrases: readonly string[]
  /** Hide only their own words from the phrases. */
  readonly nearMisses: readonly string[]
}

/** A pattern that was found, and the record that it belongs to. */
export interface Found extends Match {
  readonly id: string
}

/**
 * Makes the search for records by their patterns. The phrases of all records are looked up together; the near misses of a record are
 * looked for only where one of its phrases was found. Found are those of the first record first.
 */
export function createFinder(records: Readonly<Record<string, Patterned>>, lists: Lists): (words: readonly string[]) => Found[] {
  const owners = new Map<string, string[]>()
  for (const [id, { phrases }] of Object.entries(records))
    for (const phrase of phrases) owners.set(phrase, [...(owners.get(phrase) ?? []), id])
  const all = compilePatterns([...owners.keys()], lists)
  const each = Object.entries(records).map(([id, record]) => ({
    id,
    phrases: compilePatterns(record.phrases, lists),
    nearMisses: compilePatterns(record.nearMisses, lists)
  }))
  return (words) => {
    const hit = new Set(findPatterns(all, words).flatMap(({ pattern }) => owners.get(pattern) ?? []))
    return hit.size === 0
      ? []
      : each
          .filter(({ id }) => hit.has(id))
          .flatMap(({ id, phrases, nearMisses }) =>
            findPatterns(phrases, hidePatterns(nearMisses, words)).map((match) => ({ ...match, id }))
          )
  }
}
