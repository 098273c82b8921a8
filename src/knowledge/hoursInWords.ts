import type { Schedule } from './records/schedule.js'

const names: Readonly<Record<keyof Exclude<Schedule, string>, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  bankHolidays: 'bank holidays'
}

/** A schedule in a line: "Monday to Thursday 08:30-17:15; Friday 08:30-16:45; Saturday to bank holidays closed". */
export function hoursInWords(schedule: Schedule): string {
  if (typeof schedule === 'string') return schedule === 'always' ? 'day and night' : 'not known'
  const days = Object.entries(names).map(([day, name]) => ({ name, hours: schedule[day as keyof typeof names] }))
  const runs: { from: string; to: string; hours: string }[] = []
  for (const { name, hours } of days) {
    const last = runs.at(-1)
    if (last?.hours === hours) last.to = name
    else runs.push({ from: name, to: name, hours })
  }
  return runs.map(({ from, to, hours }) => `${from}${to === from ? '' : ` to ${to}`} ${hours}`).join('; ')
}
