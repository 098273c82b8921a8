import { opennessOf } from '../../conversation/createOffer.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import { sourceParts } from '../../conversation/parts.js'
import type { Part } from '../../conversation/Reply.js'
import { hoursInWords } from '../../knowledge/hoursInWords.js'
import { newestSource } from '../../knowledge/newestSource.js'
import type { Service } from '../../knowledge/records/service.js'
import type { FoundService } from './foundService.js'
import { sourcesOf } from './sourcesOf.js'

type Known = Pick<Signpost, 'knowledge' | 'say'>

/** The services among the parts of a reply, in order. They hold no contact that the reply does not show. */
export const toFoundServices = (parts: readonly Part[], at: Date, known: Known): FoundService[] =>
  parts.flatMap((part) => {
    const service = part.type === 'service' ? known.knowledge.services.get(part.id) : undefined
    return part.type === 'service' && service !== undefined ? [toFoundService(part, service, at, known)] : []
  })

function toFoundService({ type, ...shown }: Extract<Part, { type: 'service' }>, service: Service, at: Date, known: Known): FoundService {
  const { regions } = known.knowledge
  const verified = service.status === 'current'
  return {
    ...shown,
    ...opennessOf(service, at, known.knowledge),
    organisation: service.organisation,
    status: verified ? 'current' : 'unverified',
    whyNotGiven: verified ? undefined : service.whyNotGiven,
    usualHours: hoursInWords(service.schedule),
    hoursNote: service.hoursNote,
    eligibility: service.eligibility,
    notFor: service.notFor,
    serves: service.serviceArea.map((id) => regions.get(id) ?? id),
    checked: service.checked,
    assuredDate: newestSource(service.sources),
    sources: sourcesOf(sourceParts(service.sources, known))
  }
}
