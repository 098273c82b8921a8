import type * as phoneNumbers from 'libphonenumber-js/max'
import { createRequire } from 'node:module'
import { contactKey } from './contactKey.js'
import type { KnownContacts } from './knownContacts.js'
import type { Mention } from './Mention.js'

/** Its CommonJS build: the other imports JSON in a way that newer Nodes warn of. */
const { findPhoneNumbersInText } = createRequire(import.meta.url)('libphonenumber-js/max') as typeof phoneNumbers

/** What may stand between two figures of one number, the end of a line included. */
const gap = '[\\s().:/_\\[\\]-]{0,4}'

/**
 * Makes the finders of numbers of seven figures and more. The known ones are found wherever their figures stand in order, however they
 * are parted: the library misses a number that is broken over two lines or stands close to another. It finds the ones we do not know.
 */
export function createFindNumbers({ owners }: KnownContacts) {
  const numbers = [...owners.keys()].filter((key) => key.startsWith('number:')).map((key) => key.slice('number:'.length))
  const long = numbers.filter((number) => number.length > 6)
  const pattern = knownPattern(long)
  return {
    known: (text: string): Mention[] => [...text.matchAll(pattern)].map(({ 0: shown, index }) => mention(shown, index)),
    others: (text: string): Mention[] =>
      findPhoneNumbersInText(text, 'GB')
        .map(({ startsAt, endsAt }) => mention(text.slice(startsAt, endsAt), startsAt))
        .filter(({ shown }) => /^\W*(?:0|44)|\+/.test(shown))
  }
}

function knownPattern(numbers: readonly string[]): RegExp {
  const home = numbers.filter((number) => number.startsWith('0')).map((number) => spread(number.slice(1)))
  const others = numbers.filter((number) => !number.startsWith('0')).map(spread)
  const prefix = `(?:(?:\\+ ?|00 ?)?44${gap}(?:0${gap})?|0${gap})`
  return new RegExp(`(?<!\\d)\\(?(?:${prefix}(?:${home.join('|') || '(?!)'})|(?:${others.join('|') || '(?!)'}))(?!\\d)`, 'g')
}

const spread = (number: string): string => Array.from(number).join(gap)

const mention = (shown: string, start: number): Mention => ({
  kind: 'number',
  key: contactKey('number', shown),
  shown,
  start,
  end: start + shown.length
})
