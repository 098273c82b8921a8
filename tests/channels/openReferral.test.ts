import request from 'supertest'
import type { z } from 'zod'
import { createApp } from '../../src/channels/createApp.js'
import { idOf } from '../../src/channels/openReferral/idOf.js'
import * as schemas from '../../src/channels/openReferral/schemas.js'
import { pointsToShow } from '../../src/conversation/createOffer.js'
import { signpost } from '../signpost.js'

const { knowledge } = signpost
const app = createApp(signpost, { perMinute: 10_000 })
const get = (path: string) => request(app).get(`/openreferral${path}`)
const nobody = '00000000-0000-4000-8000-000000000000'

type Item = Record<string, unknown> & { id: string; name: string; service: { id: string; name: string } }

/** All items of a list, walked page by page. */
async function walk(path: string, perPage = 7): Promise<Item[]> {
  const items: Item[] = []
  for (let page = 1; ; page++) {
    const { body } = await get(`${path}${path.includes('?') ? '&' : '?'}page=${String(page)}&per_page=${String(perPage)}`)
    expect(body.page_number).toBe(page)
    expect(body.size).toBe(body.contents.length)
    expect(body.first_page).toBe(page === 1)
    items.push(...(body.contents as Item[]))
    if (body.last_page === true) {
      expect({ pages: body.total_pages, items: body.total_items }).toEqual({ pages: page, items: items.length })
      return items
    }
  }
}

const service = async (id: string) => (await get(`/services/${idOf('service', id)}`)).body as z.infer<typeof schemas.service>

const lists = [
  ['/services', schemas.serviceSummary],
  ['/services?full=true', schemas.service],
  ['/services?minimal=true', schemas.serviceMinimal],
  ['/service_at_locations', schemas.serviceAtLocationSummary],
  ['/service_at_locations?full=true', schemas.serviceAtLocation],
  ['/taxonomies', schemas.taxonomy],
  ['/taxonomy_terms', schemas.taxonomyTerm],
  ['/organizations', schemas.organization],
  ['/organizations?full=true', schemas.organizationWithServices],
  ['/organizations?full_service=true', schemas.organizationWithFullServices]
] as const

const records = [
  ['/services', schemas.service],
  ['/service_at_locations', schemas.serviceAtLocation],
  ['/taxonomies', schemas.taxonomy],
  ['/taxonomy_terms', schemas.taxonomyTerm],
  ['/organizations', schemas.organizationWithServices]
] as const

describe('GET /openreferral', () => {
  it('says what it is and where it is described', async () => {
    const { status, body } = await get('/')
    expect(status).toBe(200)
    expect(schemas.apiDetails.parse(body).version).toBe('HSDS-UK-3.0')
    const described = await request(app).get(new URL(body.openapi_url as string).pathname)
    expect(Object.keys(described.body.paths as object)).toHaveLength(11)
    const parameters = described.body.paths['/services'].get.parameters as { name: string }[]
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['page', 'per_page', 'search', 'taxonomy_term_id', 'modified_after', 'minimal', 'full'])
    )
  })

  it.each(['/', '/services', `/services/${nobody}`, '/services?page=0', '/openapi.json'])('%s is open to any origin', async (path) => {
    expect((await get(path)).headers['access-control-allow-origin']).toBe('*')
  })

  it('may be kept for a while, but no fault', async () => {
    expect((await get('/services')).headers['cache-control']).toBe('public, max-age=300')
    expect((await get('/services?page=0')).headers['cache-control']).toBe('no-store')
    expect((await get(`/services/${nobody}`)).headers['cache-control']).toBe('no-store')
  })

  it('opens nothing else', async () => {
    expect((await request(app).get('/healthz')).headers['access-control-allow-origin']).toBeUndefined()
    expect((await request(app).post('/openreferral/services').send({})).status).toBe(404)
    expect((await get('/nowhere')).status).toBe(404)
  })
})

describe('a list', () => {
  it.each(lists)('%s holds only what its schema has, each item once', async (path, schema) => {
    const items = await walk(path)
    expect(items.length).toBeGreaterThan(1)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    for (const item of items) expect(schema.parse(item)).toEqual(item)
  })

  it('has the envelope of HSDS', async () => {
    const { body } = await get('/services')
    expect(schemas.pageOf(schemas.serviceSummary).parse(body)).toEqual(body)
    expect(body.size).toBe(20)
  })

  it('is empty behind its last page and where nothing fits', async () => {
    expect((await get('/services?page=999')).body).toMatchObject({ empty: true, last_page: true, contents: [] })
    expect((await get('/services?search=zzzzz')).body).toMatchObject({ empty: true, total_items: 0, total_pages: 1 })
  })

  it('comes in one page when it is minimal', async () => {
    const { body } = await get('/services?minimal=true')
    expect(body.size).toBe(body.total_items)
  })

  it.each([
    ['/services?page=0', 'page'],
    ['/services?page=two', 'page'],
    ['/services?page=1.5', 'page'],
    ['/services?per_page=0', 'per_page'],
    ['/services?per_page=101', 'per_page'],
    ['/services?full=yes', 'full'],
    ['/services?taxonomy_term_id=neglect', 'taxonomy_term_id'],
    ['/services?modified_after=yesterday', 'modified_after'],
    ['/services?format=ndjson', 'format'],
    ['/services?colour=red', 'colour'],
    ['/services?page=1&page=2', 'page'],
    ['/service_at_locations?postcode=marmalade', 'postcode'],
    ['/service_at_locations?postcode=ZZ99', 'postcode'],
    ['/service_at_locations?postcode=BH15&proximity=near', 'proximity'],
    ['/taxonomy_terms?taxonomy_id=7', 'taxonomy_id']
  ])('%s: 400 names %s', async (path, field) => {
    const { status, body } = await get(path)
    expect(status).toBe(400)
    expect(schemas.failure.parse(body).field).toBe(field)
    expect(JSON.stringify(body)).not.toMatch(/marmalade|yesterday|ZZ99|red\b/)
  })
})

describe('one record', () => {
  it.each(records)('%s/{id} is found for every item of the list', async (path, schema) => {
    for (const { id } of await walk(path, 50)) {
      const { status, body } = await get(`${path}/${id}`)
      expect(status).toBe(200)
      expect(schema.parse(body)).toEqual(body)
      expect(body.id).toBe(id)
    }
  })

  it.each(records)('%s/{id} is 404 for another id, and 400 for none at all', async (path) => {
    const missing = await get(`${path}/${nobody}`)
    expect(missing.status).toBe(404)
    expect(schemas.failure.parse(missing.body)).toMatchObject({ error: 'not-found', field: 'id' })
    const wrong = await get(`${path}/childline`)
    expect(wrong.status).toBe(400)
    expect(schemas.failure.parse(wrong.body)).toMatchObject({ error: 'bad-request', field: 'id' })
  })

  it('has an id of its own, and so has each part of it', async () => {
    const all = (await walk('/services?full=true', 100)) as unknown as z.infer<typeof schemas.service>[]
    const partsOf = (each: (typeof all)[number]): ({ id: string }[] | undefined)[] => [
      [each],
      each.phones,
      each.contacts,
      each.additional_urls,
      each.schedules,
      each.service_areas,
      each.service_at_locations,
      each.languages,
      each.cost_options,
      each.attributes
    ]
    const ids = all.flatMap((each) => partsOf(each).flatMap((parts = []) => parts.map(({ id }) => id)))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('keeps its id from release to release', () => {
    expect(idOf('service', 'childline')).toBe('3ae4d211-4a5c-52dc-b39f-d1b1b22a5966')
  })
})

describe('a service', () => {
  it('is listed when it may be given: active, with its day and without an assurer', async () => {
    const childline = await service('childline')
    expect(childline).toMatchObject({ status: 'active', name: 'Childline', assured_date: knowledge.services.get('childline')?.checked })
    expect(childline).not.toHaveProperty('assurer_email')
    expect(childline.phones?.map(({ number, type }) => [number, type])).toEqual([['0800 1111', 'voice']])
    expect(childline.contacts?.flatMap(({ phones = [] }) => phones)).toEqual(childline.phones)
    expect(childline.cost_options?.[0]).toMatchObject({ amount: 0, currency: 'gbp' })
  })

  it.each([...knowledge.services].filter(([, s]) => s.status === 'superseded'))(
    '%s is defunct, says why, and has no contacts',
    async (id, ours) => {
      const theirs = await service(id)
      expect(theirs).toMatchObject({ status: 'defunct', alert: ours.whyNotGiven })
      for (const key of ['url', 'email', 'phones', 'contacts', 'additional_urls', 'service_at_locations'])
        expect(theirs).not.toHaveProperty(key)
    }
  )

  it.each(
    [...knowledge.services]
      .filter(([, s]) => s.status === 'elsewhere' || (s.status === 'unverified' && pointsToShow(s).length === 0))
      .map(([id]) => [id])
  )('%s may not be given and is not listed', async (id) => {
    expect((await get(`/services/${idOf('service', id)}`)).status).toBe(404)
  })

  it.each([...knowledge.services].filter(([, s]) => s.status === 'unverified' && pointsToShow(s).length > 0))(
    '%s could not be confirmed: it says so, and has no number and no assured date',
    async (id, ours) => {
      const theirs = await service(id)
      expect(theirs.alert).toBe(ours.whyNotGiven)
      for (const key of ['assured_date', 'phones', 'email']) expect(theirs).not.toHaveProperty(key)
    }
  )

  it.each(
    [...knowledge.services].flatMap(([id, { contactPoints }]) => {
      const page = contactPoints.find(({ confirmOn }) => confirmOn !== undefined)?.confirmOn
      return page === undefined ? [] : [[id, page] as const]
    })
  )('%s has a number to confirm: the alert names the page', async (id, page) => {
    const theirs = await service(id)
    expect(theirs.alert).toContain(page)
    expect(theirs.phones?.some(({ description }) => description?.includes(page))).toBe(true)
  })

  it('tells what has to be known with an address beside it, never the address alone', async () => {
    const education = await service('ceop-education')
    expect(education).not.toHaveProperty('email')
    expect(education.contacts?.find(({ email }) => email !== undefined)?.title).toContain('Not for reports about a child')
  })

  it('texts by text', async () => {
    expect((await service('shout')).phones?.[0]?.type).toBe('text')
  })
})

describe('the hours of a service', () => {
  it("are the council day line's: until 16:45 on Fridays, closed on bank holidays", async () => {
    const { schedules = [] } = await service('bcp-children-first-response')
    expect(schedules.map(({ byday, opens_at, closes_at }) => [byday, opens_at, closes_at])).toEqual([
      ['MO,TU,WE,TH', '08:30', '17:15'],
      ['FR', '08:30', '16:45']
    ])
    expect(schedules.every(({ notes }) => notes?.includes('On bank holidays: closed.'))).toBe(true)
  })

  it('never run over midnight: a night is an evening and a morning', async () => {
    const { schedules = [] } = await service('bcp-adult-out-of-hours')
    expect(schedules.map(({ byday, opens_at, closes_at }) => [byday, opens_at, closes_at])).toEqual([
      ['MO,TU,WE,TH,FR', '00:00', '09:00'],
      ['MO,TU,WE,TH', '17:00', '23:59'],
      ['FR', '16:00', '23:59'],
      ['SA,SU', '00:00', '23:59']
    ])
  })

  it('are 00:00 to 23:59 every day where it is always open', async () => {
    expect((await service('childline')).schedules).toMatchObject([
      { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '23:59', description: 'Every day, all day' }
    ])
  })

  it('open before they close, for every service', async () => {
    const all = (await walk('/services?full=true', 100)) as unknown as z.infer<typeof schemas.service>[]
    const timed = all.flatMap(({ schedules = [] }) => schedules).filter(({ freq }) => freq !== undefined)
    expect(timed.length).toBeGreaterThan(20)
    expect(timed.filter(({ opens_at = '', closes_at = '' }) => opens_at >= closes_at)).toEqual([])
  })
})

describe('what a list is narrowed by', () => {
  it('is text', async () => {
    expect((await walk('/services?search=first%20RESPONSE')).map(({ name }) => name)).toEqual([
      knowledge.services.get('bcp-children-first-response')?.name
    ])
  })

  it('is a term or its taxonomy', async () => {
    const terms = await walk('/taxonomy_terms')
    const neglect = terms.find(({ code }) => code === 'neglect')
    const found = await walk(`/services?taxonomy_term_id=${neglect?.id ?? ''}`)
    const names = found.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['NSPCC Helpline', 'Childline', knowledge.services.get('dorset-chad')?.name]))
    expect(names).not.toContain(knowledge.services.get('stop-it-now')?.name)
    expect((await walk(`/services?taxonomy_id=${String(neglect?.['taxonomy_id'])}`)).length).toBeGreaterThan(found.length)
  })

  it('is several at once', async () => {
    const [organization] = await walk('/organizations?search=nspcc')
    const own = await walk(`/services?organization_id=${organization?.id ?? ''}`)
    expect(own.length).toBeGreaterThan(2)
    expect((await walk(`/services?organization_id=${organization?.id.toUpperCase() ?? ''}&search=whistleblowing`)).length).toBe(1)
  })

  it('is the day since when it has changed', async () => {
    const days = [...knowledge.services.values()].map(({ checked }) => checked).sort()
    const all = await walk('/services')
    expect(await walk(`/services?modified_after=${days[0] ?? ''}`)).toEqual(all)
    expect((await get('/services?modified_after=2999-01-01T00:00:00Z')).body.empty).toBe(true)
  })

  it('is the taxonomy of a term; no term stands below another', async () => {
    const [topics, audiences] = await walk('/taxonomies')
    const of = async (query: string) => (await walk(`/taxonomy_terms?${query}`)).length
    expect(await of(`taxonomy_id=${topics?.id ?? ''}`)).toBe(knowledge.topics.size)
    expect(await of(`taxonomy_id=${audiences?.id ?? ''}`)).toBe(7)
    expect(await of('top_only=true')).toBe(knowledge.topics.size + 7)
    expect(await of(`parent_id=${nobody}`)).toBe(0)
  })

  it('leaves no topic without a service', async () => {
    const terms = (await walk('/taxonomy_terms')).filter(({ taxonomy }) => taxonomy === 'Signpost topics')
    const all = (await walk('/services?full=true')) as unknown as z.infer<typeof schemas.service>[]
    const used = new Set(all.flatMap(({ attributes = [] }) => attributes.map(({ taxonomy_term_id }) => taxonomy_term_id)))
    expect(terms.filter(({ id }) => !used.has(id)).map(({ code }) => code)).toEqual([])
  })
})

describe('the services at a postcode', () => {
  const at = async (postcode: string) =>
    new Set((await walk(`/service_at_locations?postcode=${encodeURIComponent(postcode)}`, 50)).map((place) => place.service.id))
  const has = async (postcode: string, id: string) => (await at(postcode)).has(idOf('service', id))

  it.each(['BH15', 'BH15 1AA', 'bh151aa'])("%s: BCP Council's and the nation's, not Dorset Council's", async (postcode) => {
    expect(await has(postcode, 'bcp-children-first-response')).toBe(true)
    expect(await has(postcode, 'dorset-police-101')).toBe(true)
    expect(await has(postcode, 'childline')).toBe(true)
    expect(await has(postcode, 'dorset-chad')).toBe(false)
  })

  it("DT1: Dorset Council's and the nation's, not BCP Council's", async () => {
    expect(await has('DT1', 'dorset-chad')).toBe(true)
    expect(await has('DT1', 'dorset-police-101')).toBe(true)
    expect(await has('DT1', 'childline')).toBe(true)
    expect(await has('DT1', 'bcp-children-first-response')).toBe(false)
  })

  it('G1: what serves in Scotland, nothing of Dorset or England alone', async () => {
    expect(await has('G1', 'scotland-route')).toBe(true)
    expect(await has('G1', 'childline')).toBe(true)
    expect(await has('G1', 'gov-uk-report-to-council')).toBe(false)
    expect(await has('G1', 'dorset-police-101')).toBe(false)
  })

  it('takes a proximity, and nothing is nearer for it', async () => {
    expect((await get('/service_at_locations?postcode=BH15&proximity=1000')).body.total_items).toBe((await at('BH15')).size)
  })
})

describe('the numbers that are given', () => {
  const points = [...knowledge.services.values()].flatMap((ours) =>
    ours.contactPoints.map((point) => ({
      status: point.status ?? ours.status,
      kind: point.kind,
      value: 'number' in point ? point.number : 'address' in point ? point.address : point.url
    }))
  )
  const current = new Set(points.filter(({ status }) => status === 'current').map(({ value }) => value))
  const withheld = points.filter(({ status, value, kind }) => status !== 'current' && !current.has(value) && kind !== 'web')
  const closeUp = (text: string): string => text.replace(/[\s-]/g, '')

  it('never include one that is stale, unverified or belongs to somebody else', async () => {
    expect(withheld.length).toBeGreaterThan(15)
    const all = JSON.stringify(await Promise.all(lists.map(([path]) => walk(path, 100))))
    expect(all.length).toBeGreaterThan(100_000)
    expect(withheld.filter(({ value }) => all.includes(value) || closeUp(all).includes(closeUp(value)))).toEqual([])
  })

  it('are each a record that may be shown', async () => {
    const all = (await walk('/services?full=true', 100)) as unknown as z.infer<typeof schemas.service>[]
    const numbers = all.flatMap(({ phones = [] }) => phones.map(({ number }) => number))
    expect(numbers.length).toBeGreaterThan(40)
    expect(numbers.filter((number) => !current.has(number))).toEqual([])
  })
})
