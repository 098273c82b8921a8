import type { Knowledge } from './loadKnowledge.js'
import type { Service } from './records/service.js'

/** Whether a service serves an area, by the area's own id or by a region that it lies within. */
export const serves = ({ serviceArea }: Service, area: string, { areas }: Pick<Knowledge, 'areas'>): boolean =>
  serviceArea.some((region) => region === area || areas.get(area)?.within.includes(region) === true)
