import type * as phoneNumbers from 'libphonenumber-js/max'
import { createRequire } from 'node:module'
import type { PageText } from './pageText.js'

/** Its CommonJS build: the other imports JSON in a way that newer Nodes warn of. */
const { findPhoneNumbersInText } = createRequire(import.meta.url)('libphonenumber-js/max') as typeof phoneNumbers

/** A keeper compares a few numbers; a page of hundreds is a directory. */
const most = 8

/** Long enough for a page; the search is slow on a book. */
const mostCharacters = 200_000

/** The first few numbers that a page prints and that can be called, each once, as they are written in this country. */
export function numbersOn({ text }: PageText): string[] {
  const lines = text.slice(0, mostCharacters).normalize('NFKC').split('\n')
  const found = lines.flatMap((line) => (/\d{3}/.test(line) ? findPhoneNumbersInText(line, { defaultCountry: 'GB' }) : []))
  const written = found.map(({ number }) => (number.countryCallingCode === '44' ? number.formatNational() : number.formatInternational()))
  return [...new Set(written)].slice(0, most)
}
