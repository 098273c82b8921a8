import type { ContactPoint, Service } from '../../knowledge/records/service.js'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const names = { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' }

/** When a contact point is open, in words: "Mon to Fri 09:00-17:00; Sat to Sun closed"; undefined when that is not known. */
export function hoursOf(service: Service, point: ContactPoint): string | undefined {
  const schedule = point.schedule ?? service.schedule
  if (schedule === 'always') return 'day and night'
  if (schedule === 'unknown') return service.hoursNote?.trim()
  const runs: { from: string; to: string; spans: string }[] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last?.spans === schedule[day]) last.to = names[day]
    else runs.push({ from: names[day], to: names[day], spans: schedule[day] })
  }
  return runs.map(({ from, to, spans }) => `${from === to ? from : `${from} to ${to}`} ${spans}`).join('; ')
}
