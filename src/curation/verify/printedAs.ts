/** Spaces, dashes, brackets and dots, which stand in any number; a line break too, where a table or a tag parts it. */
const gap = '[\\s().\\u2010-\\u2015\\u2212\\u00b7-]{0,5}'

/** Digits that follow a number and are a time, or another number. */
const another = '0|\\d{1,3}\\s?(?:am|pm|noon|hours?|hrs?|h\\b|days?|weeks?|/7|[:.]\\d\\d)'

/** The number of digits of a whole number in Britain, without its 0: no longer one begins with it. */
const whole = 10

/**
 * A number as pages print it, in any spacing, with 0, +44, 0044 or (0). Never a part of a longer number; a short code never inside a
 * date, a price or a name either.
 */
export function printedAs(number: string): RegExp {
  const national = nationalDigits(number)
  return isShortCode(number)
    ? shortCode(number)
    : new RegExp(`(?<!\\d)(?:(?:\\+\\s?|00)44${gap}(?:0${gap})?|0${gap})${spaced(national)}${end(national)}`)
}

/** Digits without the 0 or 44 in front, so that two ways of writing one number are the same; a short code as it is. */
export function nationalDigits(number: string): string {
  const digits = number.replace(/\D/g, '')
  const abroad = /^\s*\(?\+/.test(number) || /^(00)?44/.test(digits.slice(0, digits.length - whole))
  return (abroad ? digits.replace(/^(00)?44/, '') : digits).replace(/^0/, '')
}

/** With no 0 or + in front, such as 3 to 6 figures, or those behind a relay's: nobody writes it with +44. */
export const isShortCode = (number: string): boolean => /^[1-9]/.test(number) && number.replace(/\D/g, '').length <= 8

const spaced = (digits: string): string => Array.from(digits).join(gap)

const end = (national: string): string => (national.length < whole ? `(?!\\d)(?![ .\\u2013-](?!${another})\\d)` : '(?!\\d)')

function shortCode(number: string): RegExp {
  const groups = number.split(/\D+/).join('[ -]?')
  return new RegExp(`(?<![\\w£$€/@+])(?<!\\w-)(?<!\\d[ .,:]{1,2})${groups}(?![\\w%@])(?![/.,:-]\\w)(?! (?!${another})\\d)`)
}
