import { londonTime, minutesOfDay } from './londonTime.js'
import type { Schedule } from './records/schedule.js'
import { spansOf, type Days, type Week } from './spansOf.js'

export interface Openness {
  readonly open: 'open' | 'closed' | 'unknown'
  /** When closed: the local time it next opens, "Monday 08:30"; "today 17:00" or "tomorrow 09:00" when near. */
  readonly opensAt?: string
  /** When open, and it shuts within two weeks: the local time at which it does, in the same words. */
  readonly closesAt?: string
}

/** Further ahead nothing is looked for: Christmas with the weekends around it is shorter. */
const daysAhead = 14
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' })
const weekdayAndDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })

/** Whether a schedule is open at an instant, in Europe/London on both sides of a clock change, with bank holidays (day -> name). */
export function openAt(schedule: Schedule, at: Date, bankHolidays: Days): Openness {
  if (schedule === 'always') return { open: 'open' }
  if (schedule === 'unknown') return { open: 'unknown' }
  const { day, minutes } = londonTime(at)
  if (spansOf(schedule, day, bankHolidays) === 'unknown') return { open: 'unknown' }
  const closes = closingAfter(schedule, day, minutes, bankHolidays)
  if (closes !== undefined) return { open: 'open', ...(closes < daysAhead * minutesOfDay && { closesAt: endOf(day, closes) }) }
  const opens = nextOpening(schedule, day, minutes, bankHolidays)
  return { open: 'closed', ...(opens !== undefined && { opensAt: timeOf(day, opens) }) }
}

/** Minutes from midnight of `day` at which the time of being open that holds `minutes` ends; spans that touch are one. */
function closingAfter(week: Week, day: number, minutes: number, bankHolidays: Days): number | undefined {
  let closes = minutes
  for (let ahead = -1; ahead <= daysAhead; ahead++) {
    for (const [from, to] of spansFrom(week, day, ahead, bankHolidays)) if (from <= closes && to > closes) closes = to
    if (closes < (ahead + 1) * minutesOfDay) break
  }
  return closes === minutes ? undefined : closes
}

function nextOpening(week: Week, day: number, minutes: number, bankHolidays: Days): number | undefined {
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    if (spansOf(week, day + ahead, bankHolidays) === 'unknown') return undefined
    const next = spansFrom(week, day, ahead, bankHolidays).find(([from]) => from > minutes)
    if (next !== undefined) return next[0]
  }
  return undefined
}

/** The spans of a day, in minutes from midnight of another, `ahead` days before it; none where they are not known. */
function spansFrom(week: Week, day: number, ahead: number, bankHolidays: Days): readonly (readonly [number, number])[] {
  const spans = spansOf(week, day + ahead, bankHolidays)
  return spans === 'unknown' ? [] : spans.map(([from, to]) => [from + ahead * minutesOfDay, to + ahead * minutesOfDay])
}

function timeOf(day: number, minutes: number): string {
  const ahead = Math.floor(minutes / minutesOfDay)
  return `${dayName(day, ahead)} ${clockTime(minutes - ahead * minutesOfDay)}`
}

/** Midnight ends a day: "today 24:00". */
const endOf = (day: number, minutes: number): string =>
  minutes % minutesOfDay > 0 ? timeOf(day, minutes) : `${dayName(day, minutes / minutesOfDay - 1)} ${clockTime(minutesOfDay)}`

const clockTime = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Its name where that is clear; the same weekday again has its date with it. */
function dayName(day: number, ahead: number): string {
  if (ahead < 2) return ahead === 0 ? 'today' : 'tomorrow'
  return (ahead < 7 ? weekday : weekdayAndDate).format(new Date((day + ahead + 0.5) * minutesOfDay * 60_000))
}
