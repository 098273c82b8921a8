/** Words that stand before a number that is to be called or texted. */
const calling = new Set(
  'call calls called calling dial dials dialled dialling ring ringing phone phones phoned phoning telephone tel text texts texting textphone sms message contact contacted contacting helpline hotline line lines'.split(
    ' '
  )
)

/** Words close before such a number, with no other between. */
const urgent = new Set('emergency emergencies urgent urgently danger police ambulance nhs'.split(' '))

/** Words before a figure that counts or numbers something. */
const counting = new Set(
  'a about an all almost another around article as chapter figure for first flat form item just many more most nearly of only order over page pages paragraph the them these those room route section some than total was were with'.split(
    ' '
  )
)

/** How a sentence goes on after a number that is to be called; after a count comes what is counted. */
const goesOn = new Set(
  'in if for or and to now at immediately straight first as when where any anytime always free freephone day from then because by on who is so before after unless until without via whenever right today tonight option select press instead please quickly again urgently directly and/or but'.split(
    ' '
  )
)

/** Words that join a number to the one who is called: "the police on", "our number is". */
const joining = new Set(['on', 'at', 'is', 'via', 'by', 'number'])

const farBack = 80
const mostWords = 7

interface Place {
  readonly start: number
  readonly end: number
}

/**
 * Whether a short number is given to be called or texted, and does not count things ("101 children") or number them ("page 101").
 * Five figures after a word of calling are enough. Three need a sentence that goes on as it does after a number.
 * @param names whom the number reaches
 */
export function isToCall(text: string, { start, end }: Place, names: readonly string[]): boolean {
  const words = wordsOf(sentenceBefore(text, start))
  if (counting.has(words.at(-1) ?? '')) return false
  const called = words.slice(-mostWords).some((word) => calling.has(word))
  if (called && end - start >= 5) return true
  return endsWell(text, end) && (called || isNamed(words, names) || urgentAfter(text, end))
}

/** What stands before a place in its own sentence. */
const sentenceBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - farBack), at)
    .split(/[!?;]|\.\s(?=[A-Z])|\n\n/)
    .at(-1) ?? ''

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d/]+/gu) ?? []

/** An emergency, or one whom the number reaches, is named just before it. */
function isNamed(words: readonly string[], names: readonly string[]): boolean {
  const last = words.findLastIndex((word) => !joining.has(word))
  if (urgent.has(words[last] ?? '')) return true
  const before = ` ${words.slice(0, last + 1).join(' ')}`
  return names.some((name) => before.endsWith(` ${wordsOf(name).join(' ')}`))
}

/** The sentence ends, or goes on as it does after a number to call. */
function endsWell(text: string, end: number): boolean {
  const [, word = ''] = /^(?:\/\d{3})?[ )\]"'*]{0,3}([\p{L}/]*)/u.exec(text.slice(end, end + 20)) ?? []
  return word === '' || goesOn.has(word.toLowerCase())
}

function urgentAfter(text: string, end: number): boolean {
  const [first, ...rest] = wordsOf(text.slice(end, end + farBack / 2).split(/[.!?;]|\n\n/)[0] ?? '')
  return first !== undefined && goesOn.has(first) && rest.some((word) => urgent.has(word))
}
