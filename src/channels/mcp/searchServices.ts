import type { Finding } from '../../conversation/Context.js'
import { pointsToShow } from '../../conversation/createOffer.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import { text } from '../../conversation/parts.js'
import type { Part } from '../../conversation/Reply.js'
import { contactDetails } from '../../conversation/steps/contactDetails.js'
import { knownNumber } from '../../conversation/steps/knownNumber.js'
import { signpostDraft } from '../../conversation/steps/signpost.js'
import type { Service } from '../../knowledge/records/service.js'
import { serves } from '../../knowledge/serves.js'
import { createContext, type Search } from './createContext.js'

export interface Found {
  /** All that was asked for is known. */
  readonly found: boolean
  /** What a reply would say, services among it; there is always one. */
  readonly parts: readonly Part[]
  readonly place: Finding['place']
  /** The service that was named. */
  readonly named: string | undefined
}

/**
 * The services that a search asks for, decided by the same steps as a turn of a conversation. A name comes before a topic; where
 * something is not known, that is said and what the rest of the search asks for is given, at the least the contacts of a failure.
 */
export function searchServices(signpost: Signpost, search: Search, at: Date): Found {
  const context = createContext(signpost, search, search.name === undefined ? 'who-to-call' : 'contact-details', at)
  const { reading, place, say } = context
  const named = search.name === undefined ? undefined : (reading.contact?.service ?? reading.service)
  const [nameFound, placeFound] = [search.name === undefined || named !== undefined, search.place === undefined || place !== undefined]
  const unknown = [...(nameFound ? [] : [say('mcp.nothing-found')]), ...(placeFound ? [] : [say('place.unknown')])]
  const narrowed = place !== undefined || search.topic !== undefined || search.audience !== undefined
  const parts = named === undefined ? (narrowed ? signpostDraft(context).parts : []) : partsOfNamed(named, context)
  return {
    found: nameFound && placeFound,
    parts: [...unknown.map((words) => text('answer', words)), ...orFailure(parts, context)],
    place,
    named
  }
}

function partsOfNamed(id: string, context: Finding): readonly Part[] {
  const { knowledge, place, say, reading } = context
  const service = knowledge.services.get(id)
  if (service !== undefined && place !== undefined && mayBeGiven(service) && !servesThere(service, context)) {
    const words = say('mcp.not-served', 'public', { service: service.name, place: place.name })
    return [text('answer', words), ...signpostDraft(context).parts]
  }
  const draft = knownNumber(context) ?? contactDetails({ ...context, reading: { ...reading, service: id } })
  const parts = (draft?.parts ?? []).filter((part) => part.type !== 'service' || servesThere(knowledge.services.get(part.id), context))
  return hasService(parts) ? parts : [...parts, ...signpostDraft(context).parts]
}

const mayBeGiven = (service: Service): boolean =>
  (service.status === 'current' || service.status === 'unverified') && pointsToShow(service).length > 0

/** It serves where the child lives, as far as that is known. */
const servesThere = (service: Service | undefined, { place, knowledge }: Finding): boolean =>
  service !== undefined && place?.areas.some((area) => serves(service, area, knowledge)) !== false

const hasService = (parts: readonly Part[]): boolean => parts.some(({ type }) => type === 'service')

const orFailure = (parts: readonly Part[], { knowledge, offer }: Finding): readonly Part[] =>
  hasService(parts) ? parts : [...parts, ...offer(knowledge.firstContacts.failure).parts]
