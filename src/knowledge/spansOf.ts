import { minutesOfDay } from './londonTime.js'
import type { Schedule } from './records/schedule.js'

/** Day -> name, as in bank-holidays.yaml. */
export type Days = Readonly<Record<string, string>>
export type Week = Exclude<Schedule, string>
/** From and to in minutes since midnight; `to` is beyond 24 hours where the span runs on over midnight. */
export type Span = readonly [from: number, to: number]

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** The hours that begin on a day (days since 1970; a bank holiday has its own, whatever its weekday), or unknown. */
export function spansOf(week: Week, day: number, bankHolidays: Days): readonly Span[] | 'unknown' {
  const { date, weekday } = calendarDay(day)
  return parse(bankHolidays[date] === undefined ? week[weekday] : week.bankHolidays)
}

const parsed = new Map<string, readonly Span[] | 'unknown'>()

/** Hours as a schedule writes them: "17:00-09:00" ends on the day after. */
function parse(hours: string): readonly Span[] | 'unknown' {
  const before = parsed.get(hours)
  if (before !== undefined) return before
  const spans = hours === 'unknown' ? hours : hours === 'closed' ? [] : hours.split(', ').map(spanOf)
  parsed.set(hours, spans)
  return spans
}

function spanOf(text: string): Span {
  const [from = 0, to = 0] = text.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
  return [from, to > from ? to : to + minutesOfDay]
}

interface CalendarDay {
  /** "2026-11-21" */
  readonly date: string
  readonly weekday: keyof Week
}

const calendar = new Map<number, CalendarDay>()

function calendarDay(day: number): CalendarDay {
  const before = calendar.get(day)
  if (before !== undefined) return before
  const noon = new Date((day + 0.5) * minutesOfDay * 60_000)
  const made = { date: noon.toISOString().slice(0, 10), weekday: weekdays[noon.getUTCDay()] ?? 'mon' }
  calendar.set(day, made)
  return made
}
