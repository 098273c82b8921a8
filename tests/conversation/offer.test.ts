import type { Offer } from '../../src/conversation/createOffer.js'
import { forAudience, type Audience } from '../../src/knowledge/records/audience.js'
import type { Topic } from '../../src/knowledge/records/topic.js'
import type { Place } from '../../src/understanding/createFindLocality.js'
import { signpost } from '../signpost.js'

const { knowledge, makeOffer } = signpost

const audiences: readonly Audience[] = ['public', 'child', 'professional', 'worried-about-self']
const places: readonly (Place | undefined)[] = [
  undefined,
  ...[...knowledge.areas].map(([id, { name }]): Place => ({ id, name, areas: [id], everydayWord: false }))
]

/** Every third hour of a week of winter, of the week with both Christmas days, and of the days around both changes of the clock. */
const times = ['2026-11-23', '2026-12-23', '2026-03-27', '2026-10-23'].flatMap((day) =>
  Array.from({ length: 56 }, (_, index) => new Date(Date.parse(`${day}T00:20:00Z`) + index * 3 * 3_600_000))
)

type Services = Offer['services']

/** What is wrong with an offer, by the promise that it breaks. */
const promises: Readonly<Record<string, (services: Services, place: Place | undefined) => boolean>> = {
  'have at least one contact': (services) => services.length === 0,
  'do not begin with one that is closed when another is open': (services) =>
    services[0]?.open === 'closed' && services.some(({ open }) => open === 'open'),
  'say of a closed one when it opens, where the hours that follow are known': (services) =>
    services.some(
      ({ id, open, opensAt }) =>
        open === 'closed' && opensAt === undefined && !JSON.stringify(knowledge.services.get(id)).includes('unknown')
    ),
  'serve the place, where it is outside the area that we cover': (services, place) =>
    place !== undefined &&
    knowledge.areas.get(place.id)?.covered === false &&
    services.some(({ id }) => knowledge.services.get(id)?.serviceArea.every((region) => !isIn(place, region)))
}

const isIn = ({ id }: Place, region: string): boolean => id === region || knowledge.areas.get(id)?.within.includes(region) === true

describe('the services of every topic, for anybody, anywhere, at any hour', () => {
  const broken = new Map<string, string[]>(Object.keys(promises).map((promise) => [promise, []]))
  const seen = { offers: 0, closing: 0 }

  beforeAll(() => {
    for (const [id, topic] of knowledge.topics)
      for (const audience of audiences) for (const place of places) for (const at of times) look(id, topic, audience, place, at)
  })

  function look(id: string, topic: Topic, audience: Audience, place: Place | undefined, at: Date): void {
    const { services } = makeOffer(forAudience(topic.services, audience), { place, audience, at })
    seen.offers++
    if (services.some(({ closesAt }) => closesAt !== undefined)) seen.closing++
    for (const [promise, breaks] of Object.entries(promises))
      if (breaks(services, place)) broken.get(promise)?.push(`${id}, ${audience}, ${place?.id ?? 'no place'}, ${at.toISOString()}`)
  }

  it('are many, and some say when they shut', () => {
    expect(seen.offers).toBeGreaterThan(200_000)
    expect(seen.closing).toBeGreaterThan(1_000)
  })

  it.each(Object.keys(promises))('%s', (promise) => {
    expect(broken.get(promise)?.slice(0, 5)).toEqual([])
  })
})
