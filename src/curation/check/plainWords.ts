import type { Wording } from '../../knowledge/records/wording.js'
import { fewestWords, readingAge, wordsOf } from '../readingAge.js'
import type { Saying } from '../sayings.js'
import type { Finding } from './Finding.js'

/** Texts that are hard to read, too long, or use words that we avoid. */
export const checkPlainWords = (sayings: readonly Saying[], wording: Wording): Finding[] =>
  sayings.flatMap((saying) =>
    [tooHard(saying, wording), tooLong(saying, wording), ...avoided(saying.text, wording)]
      .filter((says) => says !== undefined)
      .map((says): Finding => ({ weight: 'mend', file: saying.file, says: `${saying.field} (${saying.audience}): ${says}` }))
  )

function tooHard({ text, audience }: Saying, { readingAge: limits }: Wording): string | undefined {
  const limit = audience === 'child' ? limits.child : limits.public
  if (wordsOf(text).length < fewestWords) return undefined
  const age = readingAge(text)
  return age > limit ? `reads at age ${age.toFixed(1)}, above ${String(limit)}; use shorter sentences and easier words` : undefined
}

function tooLong({ file, field, text }: Saying, { wordsOfSign, wordsOfAnswer }: Wording): string | undefined {
  if (field === 'signs') {
    const long = text.split('\n').find((sign) => wordsOf(sign).length > wordsOfSign)
    return long === undefined ? undefined : `"${long}" has more than ${String(wordsOfSign)} words; say it in fewer`
  }
  const words = wordsOf(text).length
  const isAnswer = file.startsWith('knowledge/facts/') || file.startsWith('knowledge/guidance/')
  return isAnswer && words > wordsOfAnswer
    ? `has ${String(words)} words, more than ${String(wordsOfAnswer)}; leave something out`
    : undefined
}

/** The words of a text that we avoid, with better ones; what stands in quotation marks is mentioned, not used. */
export function avoided(text: string, { avoid }: Wording): string[] {
  return avoid.flatMap(({ words, except, better }) => {
    const used = except.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(/["“][^"“”]*["”]/g, '')
    return words.filter((word) => pattern(word).test(used)).map((word) => `says "${word}"; better: ${better}`)
  })
}

const patterns = new Map<string, RegExp>()

function pattern(words: string): RegExp {
  const made = patterns.get(words) ?? new RegExp(`(?<![\\w-])${words.replace(/[ -]/g, '[\\s-]+')}(?![\\w-])`, 'i')
  patterns.set(words, made)
  return made
}
