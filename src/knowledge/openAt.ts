import type { Schedule } from './records/schedule.js'

export interface Openness {
  readonly open: 'open' | 'closed' | 'unknown'
  /** When closed: the local time it next opens, "Monday 08:30"; "today 17:00" or "tomorrow 09:00" when near. */
  readonly opensAt?: string
}

type Days = Readonly<Record<string, string>>

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const fullNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Whether a schedule is open at an instant, in Europe/London on both sides of a clock change, with bank holidays (day -> name). */
export function openAt(schedule: Schedule, at: Date, bankHolidays: Days): Openness {
  if (schedule === 'always') return { open: 'open' }
  if (schedule === 'unknown') return { open: 'unknown' }
  const { day, minutes } = londonTime(at)
  const today = spansOf(schedule, day, bankHolidays)
  if (today === 'unknown') return { open: 'unknown' }
  if (today.some(([opens, closes]) => minutes >= opens && minutes < closes)) return { open: 'open' }
  const next = nextOpening(schedule, day, minutes, bankHolidays)
  return { open: 'closed', ...(next !== undefined && { opensAt: next }) }
}

function nextOpening(schedule: Exclude<Schedule, string>, day: string, minutes: number, bankHolidays: Days): string | undefined {
  for (let ahead = 0; ahead <= 7; ahead++) {
    const date = addDays(day, ahead)
    const spans = spansOf(schedule, date, bankHolidays)
    if (spans === 'unknown') return undefined
    const span = spans.find(([opens]) => ahead > 0 || opens > minutes)
    if (span !== undefined) return `${dayName(date, ahead)} ${clockTime(span[0])}`
  }
  return undefined
}

function spansOf(schedule: Exclude<Schedule, string>, day: string, bankHolidays: Days): [number, number][] | 'unknown' {
  const text =
    bankHolidays[day] === undefined ? schedule[weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? 'mon'] : schedule.bankHolidays
  if (text === 'unknown') return 'unknown'
  if (text === 'closed') return []
  return text.split(', ').map((span) => span.split('-').map(toMinutes) as [number, number])
}

interface LocalTime {
  readonly day: string
  readonly minutes: number
}

/** The local time of an instant that was asked for before: a turn asks once for each contact point, and Intl takes most of its time. */
const known = new WeakMap<Date, LocalTime>()

function londonTime(at: Date): LocalTime {
  const before = known.get(at)
  if (before !== undefined) return before
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  const time = {
    day: `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`,
    minutes: Number(parts['hour']) * 60 + Number(parts['minute'])
  }
  known.set(at, time)
  return time
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function dayName(date: string, ahead: number): string {
  if (ahead === 0) return 'today'
  return ahead === 1 ? 'tomorrow' : (fullNames[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '')
}
