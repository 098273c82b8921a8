export interface LocalTime {
  /** Days since 1 January 1970. */
  readonly day: number
  /** Since midnight by the clock on the wall. */
  readonly minutes: number
}

export const minutesOfDay = 24 * 60

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})

/** The local time of an instant that was asked for before: a turn asks once for each contact point, and Intl takes most of its time. */
const known = new WeakMap<Date, LocalTime>()

/** Day and time in Europe/London. */
export function londonTime(at: Date): LocalTime {
  const before = known.get(at)
  if (before !== undefined) return before
  const { year, month, day, hour, minute } = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) / 60_000
  const time = { day: Math.floor(wall / minutesOfDay), minutes: wall % minutesOfDay }
  known.set(at, time)
  return time
}
