import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import { newestSource } from '../../knowledge/newestSource.js'
import type { Service } from '../../knowledge/records/service.js'
import type { Upkeep } from '../../knowledge/records/upkeep.js'
import type { Finding } from './Finding.js'

/** What is due for another look on a day ("2026-11-22"), and what rests on old pages. */
export function checkDates({ services, upkeep, bankHolidays }: Knowledge, today: string): Finding[] {
  return [
    ...[...services].flatMap(([id, service]) => ofService(`knowledge/services/${id}.yaml`, service, upkeep, today)),
    ...Object.entries(upkeep.folders).flatMap(([folder, { checked, everyDays }]) =>
      due(checked, everyDays, today).map((says) => recheck('knowledge/upkeep.yaml', `folders.${folder}: ${says}`))
    ),
    ...bankHolidaysLeft(Object.keys(bankHolidays), upkeep, today)
  ]
}

function ofService(file: string, service: Service, { services: every, oldEvidenceYears }: Upkeep, today: string): Finding[] {
  const newest = newestSource(service.sources)
  const old = service.status === 'current' && newest !== undefined && newest < addYears(today, -oldEvidenceYears)
  return [
    ...due(service.checked, service.recheckDays ?? every[kindOf(service)], today).map((says) => recheck(file, `${service.name}: ${says}`)),
    ...(old ? [note(file, `${service.name}: the newest dated page that shows it is of ${newest}; look for a newer one`)] : [])
  ]
}

function kindOf({ status, contactPoints }: Service): keyof Upkeep['services'] {
  if (status === 'superseded' || status === 'elsewhere') return 'notGiven'
  if (status === 'unverified') return 'unverified'
  return contactPoints.some((point) => point.confirmOn !== undefined) ? 'toConfirm' : 'current'
}

function due(checked: string, everyDays: number, today: string): string[] {
  if (checked > today) return [`was checked on ${checked}, which is still to come; correct the day`]
  const late = daysBetween(checked, today) - everyDays
  return late <= 0
    ? []
    : [`was last checked on ${checked} and is due every ${String(everyDays)} days; look at its sources, then write today into checked`]
}

function bankHolidaysLeft(days: readonly string[], { bankHolidaysAhead }: Upkeep, today: string): Finding[] {
  const last = [...days].sort().at(-1) ?? today
  if (daysBetween(today, last) >= bankHolidaysAhead) return []
  return [recheck('knowledge/bank-holidays.yaml', `the table ends on ${last}; add the next years from its source`)]
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const addYears = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`

const recheck = (file: string, says: string): Finding => ({ weight: 'recheck', file, says })
const note = (file: string, says: string): Finding => ({ weight: 'note', file, says })
