import type { Part, Reply } from '../../conversation/Reply.js'
import { firstContacts } from './firstContacts.js'

type Numbers = ReadonlySet<string>

const digitsOf = (number: string): string => number.replaceAll(' ', '')

/** The numbers that are said digit by digit: those that can be called or texted. */
export const spokenNumbers = (numbers: readonly string[]): Numbers => new Set(numbers.map(digitsOf))

/** "0800 1111" is said as "0 8 0 0, 1 1 1 1"; a year or a count stays as it is. */
const sayNumbers = (text: string, numbers: Numbers): string =>
  text.replace(/\b\d+(?: \d+)*\b/g, (found) =>
    numbers.has(digitsOf(found))
      ? digitByDigit(found)
      : found
          .split(' ')
          .map((group) => (numbers.has(group) ? digitByDigit(group) : group))
          .join(' ')
  )

const digitByDigit = (number: string): string =>
  number
    .split(' ')
    .map((group) => group.replace(/\d(?=\d)/g, '$& '))
    .join(', ')

/** A reply for the ear: plain text, no addresses of pages, the first contacts only, their numbers digit by digit; a sentence that leads to others goes with them. */
export function toSpeech({ parts }: Reply, numbers: Numbers): string {
  const firsts = new Set(firstContacts(parts))
  const isTold = (part: Part | undefined): boolean => part?.type !== 'service' || firsts.has(part)
  return parts
    .filter((part, at) => isTold(part) && (part.type !== 'text' || isTold(parts[at + 1])))
    .flatMap((part) => spoken(part))
    .map((line) => sayNumbers(sentence(line), numbers))
    .join(' ')
}

function spoken(part: Part): string[] {
  switch (part.type) {
    case 'text':
      return [part.text]
    case 'emergency':
      return [part.heading, ...part.steps]
    case 'list':
      return [part.title, ...part.items]
    case 'service':
      return [part.name, ...part.contacts.filter(isForEar).map(({ value }) => value), part.hours]
    case 'choices':
      return part.role === 'next' ? [] : part.choices.map(({ label }) => label)
    case 'source':
      return []
  }
}

const isForEar = ({ kind }: { kind: string }): boolean => kind === 'phone' || kind === 'text'

const sentence = (line: string): string => (/[.!?:]$/.test(line) ? line : `${line}.`)
