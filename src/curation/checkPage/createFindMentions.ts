import { createFindAddresses } from './createFindAddresses.js'
import { createFindNumbers } from './createFindNumbers.js'
import { createFindShortCodes } from './createFindShortCodes.js'
import type { KnownContacts } from './knownContacts.js'
import type { Mention } from './Mention.js'

/** Makes the finder of every contact in a tidy text. What one kind has found, the next no longer sees: the 101 of an email is no call. */
export function createFindMentions(known: KnownContacts): (text: string) => Mention[] {
  const numbers = createFindNumbers(known)
  const finders = [createFindAddresses(known), numbers.known, numbers.others, createFindShortCodes(known)]
  return (text) => {
    const found: Mention[] = []
    let rest = text
    for (const find of finders) {
      const next = find(rest)
      found.push(...next)
      rest = without(rest, next)
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

/** The text with bars in place of what was found, so that every place stays where it was. */
function without(text: string, found: readonly Mention[]): string {
  const parts = found.map(({ start, end }, i) => text.slice(found[i - 1]?.end ?? 0, start) + '|'.repeat(end - start))
  return parts.join('') + text.slice(found.at(-1)?.end ?? 0)
}
