import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import type { Signpost } from '../../conversation/loadSignpost.js'
import { text } from '../../conversation/parts.js'
import { reply } from '../../conversation/Reply.js'
import { audience } from '../../knowledge/records/audience.js'
import { answered } from './answered.js'
import type { Search } from './createContext.js'
import { foundService, type FoundService } from './foundService.js'
import { searchServices, type Found } from './searchServices.js'
import { sourcesOf } from './sourcesOf.js'
import { textOf } from './textOf.js'
import { toFoundServices } from './toFoundServices.js'
import { topicIds } from './topicIds.js'
import { wordsOf } from './wordsOf.js'

const name = z.string().trim().min(1).max(200)

const result = z.strictObject({
  found: z.boolean().meta({
    description: 'false: something that was asked for is not known here; "says" tells what, and the services are those to give instead'
  }),
  says: z.array(z.string()).meta({ description: 'What to tell the person before the services, in order' }),
  services: z.array(foundService).meta({ description: 'In the order in which to give them; never empty' }),
  notGiven: z
    .strictObject({ id: z.string(), name: z.string(), why: z.string(), instead: z.array(z.string()) })
    .optional()
    .meta({ description: 'The service was found but must not be given: why, and the ids of those that took its place' }),
  place: z.strictObject({ id: z.string(), name: z.string(), areas: z.array(z.string()) }).optional(),
  danger: z.string().meta({ description: 'Always true; say it when danger is possible' }),
  sources: reply.shape.sources.meta({ description: 'What the advice in "says" rests on; each service has its own' })
})

/** The tool that looks services up, by name, topic, place or the one who asks. */
export function findServiceTool(signpost: Signpost, now: () => Date) {
  const input = z
    .strictObject({
      name: name.optional().meta({
        description: 'What people call the service, slips allowed; or a phone number or an address, to learn whether it still holds'
      }),
      topic: topicIds([...signpost.knowledge.topics]).optional(),
      place: name.optional().meta({ description: 'Where the child lives: a town, a village or the first half of a postcode' }),
      audience: audience.optional().meta({ description: 'Who asks. child: the person who asks is a child' })
    })
    .refine((search) => Object.values(search).some((value) => value !== undefined), {
      error: 'give at least one of name, topic, place, audience'
    })
  const config = {
    title: 'Find a service',
    description:
      'Looks up services by name or number, topic, place and who asks: their contacts that hold today, hours, cost, what happens next, sources. ' +
      'Use it for a contact that was asked for by name, or to check a number that you remember. For a worry in a person\'s own words use "signpost".',
    inputSchema: input,
    outputSchema: result
  }
  return { config, answer: (search: Search) => answer(signpost, search, now()) }
}

function answer(signpost: Signpost, search: Search, at: Date): CallToolResult {
  const found = searchServices(signpost, search, at)
  const services = toFoundServices(found.parts, at, signpost)
  const danger = signpost.say('standing.line', search.audience)
  const structured: z.infer<typeof result> = {
    found: found.found,
    says: wordsOf(found.parts),
    services,
    notGiven: notGiven(found, services, signpost),
    place: placeOf(found, signpost),
    danger,
    sources: sourcesOf(found.parts)
  }
  return answered(textOf([...found.parts, text('standing', danger)], services, signpost), structured)
}

function notGiven({ named, parts }: Found, services: readonly FoundService[], { knowledge }: Signpost) {
  const service = named === undefined ? undefined : knowledge.services.get(named)
  if (named === undefined || service === undefined || services.some(({ id }) => id === named)) return undefined
  return { id: named, name: service.name, why: service.whyNotGiven ?? wordsOf(parts)[0] ?? '', instead: service.supersededBy }
}

const placeOf = ({ place }: Found, { knowledge }: Signpost) =>
  place && { id: place.id, name: place.name, areas: place.areas.map((id) => knowledge.areas.get(id)?.name ?? id) }
