import type { Schedule as OurSchedule } from '../../knowledge/records/schedule.js'
import { idOf } from './idOf.js'
import type { Schedule } from './schemas.js'

type Week = Exclude<OurSchedule, string>
type Day = Exclude<keyof Week, 'bankHolidays'>

const days: readonly (readonly [Day, string, string])[] = [
  ['mon', 'MO', 'Monday'],
  ['tue', 'TU', 'Tuesday'],
  ['wed', 'WE', 'Wednesday'],
  ['thu', 'TH', 'Thursday'],
  ['fri', 'FR', 'Friday'],
  ['sat', 'SA', 'Saturday'],
  ['sun', 'SU', 'Sunday']
]
const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const wholeDay = '00:00-24:00'

/**
 * Opening hours as HSDS schedules (field_guidance.html, "Schedules"): days with the same span share one.
 *
 * - A span never runs over midnight: a night is an evening to the end of the day and a morning from its beginning, on the days where each
 *   of them lies, so that `opens_at` comes before `closes_at` whoever reads it.
 * - The end of a day is 23:59, as the guidance has it for "24h opening": 24:00 is no time of day to most readers.
 * - Times carry no offset, because it changes with the season; the notes say that they are local, and the UK profile has no `timezone`.
 * - There is no way to say "not on bank holidays", so the notes say what happens then. Extra dated entries are not made: who overlooks
 *   their dates would take the hours of a bank holiday for those of every week.
 */
export function toSchedules(schedule: OurSchedule, serviceId: string, hoursNote?: string): Schedule[] {
  const record = (key: string, rest: Pick<Schedule, 'description'> & Partial<Schedule>): Schedule => ({
    id: idOf('schedule', serviceId, key),
    service_id: serviceId,
    ...rest
  })
  if (schedule === 'unknown') return hoursNote === undefined ? [] : [record('unknown', { description: hoursNote })]
  const notes = [...notesOf(schedule), ...(hoursNote === undefined ? [] : [hoursNote])].join(' ')
  return spansOf(schedule).map(({ span, on }) =>
    record(span, {
      freq: 'WEEKLY',
      byday: on.map(([, code]) => code).join(','),
      opens_at: span.slice(0, 5),
      closes_at: span.endsWith('24:00') ? '23:59' : span.slice(6),
      description: describe(span, on),
      ...(notes !== '' && { notes })
    })
  )
}

/** The same hours in words, for what has no schedule of its own to hang on. */
export const hoursInWords = (schedule: 'always' | Week): string =>
  spansOf(schedule)
    .map(({ span, on }) => describe(span, on))
    .join('; ')

function spansOf(schedule: 'always' | Week) {
  const byDay = days.map((day, at) => ({ day, spans: schedule === 'always' ? [wholeDay] : spansWithin(schedule, at) }))
  const distinct = [...new Set(byDay.flatMap(({ spans }) => spans))]
  return distinct.map((span) => ({ span, on: byDay.filter(({ spans }) => spans.includes(span)).map(({ day }) => day) }))
}

/** The spans of a weekday from midnight to midnight: its own until then, and the rest of the night before. */
function spansWithin(week: Week, at: number): string[] {
  const spansOn = (index: number): string[] =>
    week[days[(index + days.length) % days.length]?.[0] ?? 'mon'].split(', ').filter((span) => span.includes('-'))
  const overnight = (span: string): boolean => span.slice(6) <= span.slice(0, 5)
  return [
    ...spansOn(at - 1)
      .filter((span) => overnight(span) && !span.endsWith('-00:00'))
      .map((span) => `00:00-${span.slice(6)}`),
    ...spansOn(at).map((span) => (overnight(span) ? `${span.slice(0, 5)}-24:00` : span))
  ]
}

function describe(span: string, on: typeof days): string {
  const named = on.length === days.length ? 'Every day' : inWords.format(on.map(([, , name]) => name))
  return `${named}, ${span === wholeDay ? 'all day' : toWords(span)}`
}

const toWords = (span: string): string => span.replaceAll('-', ' to ')

function notesOf(schedule: 'always' | Week): string[] {
  if (schedule === 'always') return []
  const holidays = schedule.bankHolidays === 'unknown' ? 'not known' : toWords(schedule.bankHolidays)
  const unknown = days.filter(([day]) => schedule[day] === 'unknown').map(([, , name]) => name)
  return [
    'Local time (Europe/London).',
    `On bank holidays: ${holidays}.`,
    ...(unknown.length === 0 ? [] : [`Hours not known: ${inWords.format(unknown)}.`])
  ]
}
