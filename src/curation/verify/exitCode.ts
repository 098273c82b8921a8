import { needsPerson, type Findings } from './Finding.js'

/**
 * What a scheduler is told. 2: nothing could be checked, for no page answered. 1: a contact is gone, an address has moved or vanished, or
 * a page that should print a contact could not be reached: a person should look. 0: all that may be checked stands.
 * What is withheld from the public, what robots.txt keeps back and what has no page never makes it 1.
 */
export function exitCode({ pagesAnswered, contacts, addresses }: Findings): 0 | 1 | 2 {
  if (pagesAnswered === 0) return 2
  const unreachable = contacts.some(({ verdict, withheld }) => verdict === 'unreachable' && !withheld)
  return contacts.some(needsPerson) || unreachable || addresses.some(({ withheld }) => !withheld) ? 1 : 0
}
