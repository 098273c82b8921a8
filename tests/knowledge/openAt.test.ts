import { openAt } from '../../src/knowledge/openAt.js'
import type { Schedule } from '../../src/knowledge/records/schedule.js'

const office: Schedule = {
  mon: '08:30-17:15',
  tue: '08:30-17:15',
  wed: '08:30-17:15',
  thu: '08:30-17:15',
  fri: '08:30-16:45',
  sat: 'closed',
  sun: 'closed',
  bankHolidays: 'closed'
}
const night: Schedule = {
  mon: '00:00-09:00, 17:00-24:00',
  tue: '00:00-09:00, 17:00-24:00',
  wed: '00:00-09:00, 17:00-24:00',
  thu: '00:00-09:00, 17:00-24:00',
  fri: '00:00-09:00, 17:00-24:00',
  sat: '00:00-24:00',
  sun: '00:00-24:00',
  bankHolidays: '00:00-24:00'
}
const holidays = { '2026-12-25': 'Christmas Day' }
const at = (time: string): Date => new Date(time)

describe('openAt, in Europe/London', () => {
  it.each([
    ['office', office, '2026-11-24T10:30:00Z', { open: 'open' }],
    ['office before it opens', office, '2026-11-24T08:29:00Z', { open: 'closed', opensAt: 'today 08:30' }],
    ['office on a Friday evening', office, '2026-11-27T16:45:00Z', { open: 'closed', opensAt: 'Monday 08:30' }],
    ['office on the eve of a bank holiday', office, '2026-12-24T18:00:00Z', { open: 'closed', opensAt: 'Monday 08:30' }],
    ['office on a bank holiday', office, '2026-12-25T10:00:00Z', { open: 'closed', opensAt: 'Monday 08:30' }],
    ['office in summer time', office, '2026-06-02T07:30:00Z', { open: 'open' }],
    ['office in summer time, a minute earlier', office, '2026-06-02T07:29:00Z', { open: 'closed', opensAt: 'today 08:30' }],
    ['night', night, '2026-11-24T23:59:00Z', { open: 'open' }],
    ['night in the Friday gap', night, '2026-11-27T16:50:00Z', { open: 'closed', opensAt: 'today 17:00' }],
    ['night on a bank holiday', night, '2026-12-25T12:00:00Z', { open: 'open' }],
    ['always', 'always' as const, '2026-12-25T12:00:00Z', { open: 'open' }],
    ['unknown', 'unknown' as const, '2026-12-25T12:00:00Z', { open: 'unknown' }]
  ])('%s', (_, schedule, time, expected) => {
    expect(openAt(schedule, at(time), holidays)).toEqual(expected)
  })

  it('opens and shuts once a working day, all year, through both changes of the clock', () => {
    let changes = 0
    let before = false
    for (let minute = at('2026-01-01T00:00:00Z').getTime(); minute < at('2027-01-01T00:00:00Z').getTime(); minute += 15 * 60_000) {
      const open = openAt(office, new Date(minute), {}).open === 'open'
      if (open !== before) changes++
      before = open
    }
    expect(changes).toBe(2 * 261)
  })
})
