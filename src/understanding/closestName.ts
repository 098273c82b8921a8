import Fuse from 'fuse.js'
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'

export type ClosestName = (typed: string) => string | undefined

/**
 * Makes a finder of the name that was meant behind a slip or two of the finger.
 * fuse.js proposes, Jaro-Winkler (natural) decides: likeness of 0.9 or more, first letter or length alike.
 */
export function createClosestName(names: readonly string[]): ClosestName {
  const fuse = new Fuse(
    names.filter((name) => name.length >= 5),
    { threshold: 0.35, ignoreLocation: false, distance: 20 }
  )
  return (typed) => {
    if (typed.length < 5) return undefined
    const best = fuse
      .search(typed, { limit: 5 })
      .map(({ item }) => ({ item, likeness: jaroWinkler(typed, item) }))
      .sort((a, b) => b.likeness - a.likeness)[0]
    return best !== undefined && best.likeness >= 0.9 && Math.abs(best.item.length - typed.length) <= 2 ? best.item : undefined
  }
}
