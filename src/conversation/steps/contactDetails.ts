import type { Service } from '../../knowledge/records/service.js'
import { opennessOf, pointsToShow } from '../createOffer.js'
import type { Draft, Finding, Step } from '../Context.js'
import { text } from '../parts.js'
import { placeParts, servicesFor } from './signpost.js'

/** How to reach a named service, or whether it is open: of the service that was named now or a turn ago, else of those that fit. */
export const contactDetails = (context: Finding): Draft | undefined => {
  const { ask, reading, state } = context
  const named = reading.service ?? (leans(context) ? state.service : undefined)
  if (ask === 'opening-hours') return hours(context, named)
  const nameAlone = reading.service !== undefined && (reading.words.length <= 4 || ask === undefined)
  return ask === 'contact-details' || nameAlone ? contacts(context, named) : undefined
}

/** The number or the hours of a service that is named in this very turn. */
export const namedContact: Step = (context) =>
  context.reading.service !== undefined && (context.ask === 'contact-details' || context.ask === 'opening-hours')
    ? contactDetails(context)
    : undefined

/** A short message without a topic of its own leans on the turn before. */
const leans = ({ topicIsNew, reading }: Finding): boolean => !topicIsNew && reading.words.length <= 10

function contacts(context: Finding, named: string | undefined): Draft {
  const { say, audience, knowledge, topicId, ask } = context
  const service = named === undefined ? undefined : knowledge.services.get(named)
  if (service !== undefined && named !== undefined && (service.status === 'superseded' || pointsToShow(service).length === 0)) {
    const offered = context.offer(service.supersededBy.length > 0 ? service.supersededBy : servicesFor(context), 3)
    const why = service.whyNotGiven ?? say('answers.not-given', audience, { service: service.name })
    return {
      kind: 'fact',
      topic: topicId,
      ask,
      parts: [text('answer', why), ...offered.parts],
      offer: offered,
      remember: { service: named }
    }
  }
  const ownFirst = named === undefined ? servicesFor(context) : roleMates(context, named)
  const offered = context.offer(ownFirst, named === undefined ? 5 : 2)
  return {
    kind: 'signpost',
    topic: topicId,
    ask: ask ?? 'contact-details',
    parts: [text('lead', say('answers.contact', audience)), ...placeParts(context, offered.placeNeeded), ...offered.parts],
    offer: offered,
    remember: { ...(named !== undefined && { service: named }), ...(offered.placeNeeded && { awaiting: 'place' as const }) }
  }
}

/** A council's service by name stands with its partner of the other hours. */
function roleMates({ knowledge }: Finding, named: string): readonly string[] {
  const role = [...knowledge.areas.values()].flatMap((area) => Object.values(area.roles)).find((ids) => ids[0] === named && ids.length > 1)
  return role ?? [named]
}

function hours(context: Finding, named: string | undefined): Draft {
  const { say, audience, knowledge, topicId, ask } = context
  const offered = context.offer(named === undefined ? servicesFor(context) : roleMates(context, named), named === undefined ? 3 : 2)
  const service = named === undefined ? undefined : knowledge.services.get(named)
  const sentence = service === undefined ? say('answers.hours-which', audience) : hoursSentence(service, context)
  return {
    kind: 'fact',
    topic: topicId,
    ask,
    parts: [text('answer', sentence), ...placeParts(context, named === undefined && offered.placeNeeded), ...offered.parts],
    offer: offered,
    remember: { ...(named !== undefined && { service: named }) }
  }
}

function hoursSentence(service: Service, { say, audience, knowledge, turn }: Finding): string {
  const { open, opensAt, closesAt } = opennessOf(service, turn.at, knowledge)
  const { name } = service
  if (open === 'open' && closesAt !== undefined) return say('answers.hours-open-until', audience, { service: name, closesAt })
  if (open === 'open') return say('answers.hours-open', audience, { service: name })
  if (open === 'closed' && opensAt !== undefined) return say('answers.hours-closed', audience, { service: name, opensAt })
  return say('answers.hours-unknown', audience, { service: name })
}
