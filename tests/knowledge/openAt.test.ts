import { openAt } from '../../src/knowledge/openAt.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'
import { schedule as scheduleRecord, type Schedule } from '../../src/knowledge/records/schedule.js'

type Week = Exclude<Schedule, string>

const every = (hours: string, others: Partial<Week> = {}): Week => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
  bankHolidays: hours,
  ...others
})
const weekend = { sat: 'closed', sun: 'closed', bankHolidays: 'closed' }
const office = every('08:30-17:15', { fri: '08:30-16:45', ...weekend })
const allDay = { sat: '00:00-24:00', sun: '00:00-24:00', bankHolidays: '00:00-24:00' }
const night = every('00:00-09:00, 17:00-24:00', allDay)
const overnight = every('17:00-09:00')
const holidays = { '2026-12-25': 'Christmas Day', '2026-12-28': 'Boxing Day (substitute day)' }
const at = (time: string): Date => new Date(time)

describe('openAt, in Europe/London', () => {
  it.each<[string, Schedule, string, object]>([
    ['office', office, '2026-11-24T10:30:00Z', { open: 'open', closesAt: 'today 17:15' }],
    ['office before it opens', office, '2026-11-24T08:29:00Z', { open: 'closed', opensAt: 'today 08:30' }],
    ['office on a Friday evening', office, '2026-11-27T16:45:00Z', { open: 'closed', opensAt: 'Monday 08:30' }],
    ['office on the eve of two bank holidays and a weekend', office, '2026-12-24T18:00:00Z', { open: 'closed', opensAt: 'Tuesday 08:30' }],
    ['office on a bank holiday', office, '2026-12-25T10:00:00Z', { open: 'closed', opensAt: 'Tuesday 08:30' }],
    ['office on its substitute', office, '2026-12-28T10:00:00Z', { open: 'closed', opensAt: 'tomorrow 08:30' }],
    ['office in summer time', office, '2026-06-02T07:30:00Z', { open: 'open', closesAt: 'today 17:15' }],
    ['office in summer time, a minute earlier', office, '2026-06-02T07:29:00Z', { open: 'closed', opensAt: 'today 08:30' }],
    ['night', night, '2026-11-24T23:59:00Z', { open: 'open', closesAt: 'tomorrow 09:00' }],
    ['night in the Friday gap', night, '2026-11-27T16:50:00Z', { open: 'closed', opensAt: 'today 17:00' }],
    ['night on a Friday, with the weekend behind it', night, '2026-11-27T18:00:00Z', { open: 'open', closesAt: 'Monday 09:00' }],
    ['night on a bank holiday', night, '2026-12-25T12:00:00Z', { open: 'open', closesAt: 'Tuesday 09:00' }],
    ['over midnight', overnight, '2026-11-24T23:59:00Z', { open: 'open', closesAt: 'tomorrow 09:00' }],
    ['over midnight, in the morning', overnight, '2026-11-25T08:59:00Z', { open: 'open', closesAt: 'today 09:00' }],
    ['over midnight, by day', overnight, '2026-11-25T09:00:00Z', { open: 'closed', opensAt: 'today 17:00' }],
    [
      'over midnight into a day that has no hours',
      every('17:00-09:00', weekend),
      '2026-12-25T08:00:00Z',
      { open: 'open', closesAt: 'today 09:00' }
    ],
    ['until midnight', every('09:00-24:00', weekend), '2026-11-27T20:00:00Z', { open: 'open', closesAt: 'today 24:00' }],
    [
      'once a week, just missed',
      every('closed', { tue: '09:00-12:00' }),
      '2026-11-24T12:00:00Z',
      { open: 'closed', opensAt: 'Tuesday 1 December 09:00' }
    ],
    ['every hour of the week', every('00:00-24:00'), '2026-11-24T12:00:00Z', { open: 'open' }],
    ['never', every('closed'), '2026-11-24T12:00:00Z', { open: 'closed' }],
    ['unknown at weekends', every('09:00-17:00', { sat: 'unknown' }), '2026-11-28T12:00:00Z', { open: 'unknown' }],
    ['unknown from tomorrow', every('09:00-17:00', { sat: 'unknown' }), '2026-11-27T18:00:00Z', { open: 'closed' }],
    ['always', 'always', '2026-12-25T12:00:00Z', { open: 'open' }],
    ['unknown', 'unknown', '2026-12-25T12:00:00Z', { open: 'unknown' }]
  ])('%s', (_, schedule, time, expected) => {
    expect(openAt(schedule, at(time), holidays)).toEqual(expected)
  })
})

describe('a schedule as it is written', () => {
  it.each(['09:00-17:00', '17:00-09:00', '00:00-09:00, 17:00-24:00', 'closed', 'unknown'])('may be %s', (hours) => {
    expect(scheduleRecord.safeParse(every(hours)).success).toBe(true)
  })

  it.each(['9-5', '09:00 - 17:00', '25:00-26:00', '09:60-10:00', '24:00-09:00', '09:00-24:30', '09:00-17:00,18:00-19:00', ''])(
    'may not be %s',
    (hours) => {
      expect(scheduleRecord.safeParse(every(hours)).success).toBe(false)
    }
  )
})

/** Every minute of 2026 by the rules of the clock, without the calendar of the platform: [instant, day, weekday, minute of the day]. */
function* minutesOf2026(): Generator<[number, string, keyof Week, number]> {
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
  const [springs, falls] = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)]
  for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 60_000) {
    const wall = instant + (instant >= springs && instant < falls ? 3_600_000 : 0)
    const days = Math.floor(wall / 86_400_000)
    yield [instant, new Date(wall).toISOString().slice(0, 10), names[(days + 4) % 7] ?? 'mon', Math.floor((wall % 86_400_000) / 60_000)]
  }
}

/** What the hours say of a minute, read off the text by comparing clock times: before is the day before. */
function isWithin(today: string, before: string, minute: number): boolean {
  const now = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const spans = (hours: string): string[][] => (/\d/.test(hours) ? hours.split(', ').map((span) => span.split('-')) : [])
  return (
    spans(today).some(([from = '', to = '']) => now >= from && (now < to || to <= from)) ||
    spans(before).some(([from = '', to = '']) => to <= from && now < to)
  )
}

describe('every schedule of the knowledge, and one over midnight, in every minute of 2026', () => {
  const { services, bankHolidays } = loadKnowledge('.')
  const known = [...services.values()].flatMap((service) => [
    service.schedule,
    ...service.contactPoints.flatMap((point) => point.schedule ?? [])
  ])
  const weeks = [overnight, ...known.filter((schedule) => typeof schedule !== 'string')]
  const distinct = [...new Map(weeks.map((week) => [JSON.stringify(week), week])).values()]

  it('is open when its text says so, through both changes of the clock and every bank holiday', () => {
    expect(distinct.length).toBeGreaterThan(5)
    const wrong: string[] = []
    const hours: string[] = distinct.map(() => 'closed')
    let last = ''
    let before = hours
    let today = hours
    for (const [instant, day, weekday, minute] of minutesOf2026()) {
      if (day !== last) {
        before = last === '' ? distinct.map((week) => week.wed) : today
        last = day
        today = distinct.map((week) => (day in bankHolidays ? week.bankHolidays : week[weekday]))
      }
      const time = new Date(instant)
      distinct.forEach((week, index) => {
        const said = openAt(week, time, bankHolidays).open
        const meant = today[index] === 'unknown' ? 'unknown' : isWithin(today[index] ?? '', before[index] ?? '', minute) ? 'open' : 'closed'
        if (said !== meant) wrong.push(`${JSON.stringify(week)} at ${time.toISOString()}: ${said}`)
      })
    }
    expect(wrong.slice(0, 3)).toEqual([])
  })
})
