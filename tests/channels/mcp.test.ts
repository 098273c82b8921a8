import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { createMcpServer, type McpSettings } from '../../src/channels/mcp/createMcpServer.js'
import type { FoundService } from '../../src/channels/mcp/foundService.js'
import type { Signpost } from '../../src/conversation/loadSignpost.js'
import { pointsToShow } from '../../src/conversation/createOffer.js'
import type { Reply } from '../../src/conversation/Reply.js'
import type { State } from '../../src/conversation/State.js'
import { contactValue } from '../../src/knowledge/contactValue.js'
import { serves } from '../../src/knowledge/serves.js'
import { statusOf } from '../../src/knowledge/statusOf.js'
import { officeHours, signpost } from '../signpost.js'

const { knowledge, respond, say } = signpost
const night = new Date('2026-11-24T23:30:00Z')

/** What the tools give, all together. */
interface Data {
  readonly reply: Reply
  readonly state: State
  readonly services: readonly FoundService[]
  readonly says: readonly string[]
  readonly title: string
  readonly lists: readonly { readonly signs: readonly string[] }[]
  readonly sources: Reply['sources']
  readonly notGiven?: unknown
}

async function connect(product: Signpost = signpost, settings: McpSettings = {}): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1' })
  await createMcpServer(product, { now: () => officeHours, ...settings }).connect(ours)
  await client.connect(theirs)
  return client
}

/** The answer of a tool. The client also holds it to the output schema, once it has listed the tools. */
async function call(client: Client, name: string, args: Record<string, unknown>) {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: args })
  const texts = (content as { text: string }[]).map((part) => part.text)
  return { isError: isError === true, text: texts.join('\n'), data: structuredContent as Data }
}

const client = await connect()
const { tools } = await client.listTools()
const find = (search: Record<string, unknown>, of = client) => call(of, 'find_service', search)
const ids = ({ data }: { data: Data }): string[] => data.services.map(({ id }) => id)

const topics = [...knowledge.topics.keys()]
const services = [...knowledge.services]
const withSigns = [...knowledge.topics].filter(([, topic]) => topic.signs !== undefined)
const places = ['Poole', 'Swanage', 'BH21', 'Bristol', 'Edinburgh', 'Dorset']
const audiences = ['public', 'child', 'parent-or-carer', 'professional', 'service-worker', 'worried-about-self']

describe('the tools for assistants', () => {
  it('are three, that only read, each with a schema of what goes in and what comes out', () => {
    expect(tools.map(({ name }) => name)).toEqual(['signpost', 'find_service', 'warning_signs'])
    for (const { inputSchema, outputSchema, annotations, description } of tools) {
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object'])
      expect(annotations).toEqual({ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false })
      expect(description?.length).toBeGreaterThan(80)
    }
  })

  it('name every topic that can be asked for, with its id', () => {
    const schemas = JSON.stringify(tools.map(({ inputSchema }) => inputSchema))
    expect(topics.filter((id) => !schemas.includes(`"${id}"`))).toEqual([])
    expect(tools[2]?.inputSchema.properties?.['topic']).toMatchObject({ enum: withSigns.map(([id]) => id) })
  })

  it('come with instructions that carry the standing advice', () => {
    expect(client.getInstructions()).toContain(say('standing.line'))
  })
})

describe('signpost', () => {
  it('gives the reply and the state of a conversation, and its whole text', async () => {
    const utterance = 'my neighbour never feeds her little boy'
    const expected = respond({ utterance, at: officeHours }, {})
    const answer = await call(client, 'signpost', { utterance })
    expect(answer.data).toEqual(expected)
    expect(answer.text).toBe(expected.reply.text)
  })

  it('goes on from the state that it gave', async () => {
    const first = await call(client, 'signpost', { utterance: 'my neighbour never feeds her little boy' })
    const second = await call(client, 'signpost', { utterance: 'swanage', state: first.data.state })
    expect(second.data.reply).toMatchObject({ topic: 'neglect', locality: 'swanage' })
  })

  it.each([
    'he is hitting my little brother right now',
    'my daughter took a whole packet of pills',
    'a man is dragging a girl into his car'
  ])('leads with 999: %s', async (utterance) => {
    const answer = await call(client, 'signpost', { utterance })
    expect(answer.data.reply).toMatchObject({ kind: 'emergency' })
    expect(answer.text.split('\n')[0]).toContain('999')
  })

  it('helps where the words are too long to read, and says how long they may be', async () => {
    const answer = await call(client, 'signpost', { utterance: 'secret '.repeat(1_000) })
    expect(answer.isError).toBe(true)
    expect(answer.text).toContain('utterance: at most 5000 characters')
    expect(answer.text).toContain(say('failure.too-long'))
    expect(answer.text).not.toContain('secret')
  })
})

describe('find_service', () => {
  it('gives the contact of a name, through slips, with its hours, cost, sources and dates', async () => {
    const { data, text } = await find({ name: 'samaritens' })
    expect(data).toMatchObject({ found: true, services: [{ id: 'samaritans', open: 'open', status: 'current' }] })
    const [service] = data.services
    expect(service?.sources.length).toBeGreaterThan(0)
    for (const words of [service?.checked, service?.assuredDate, service?.sources[0]?.title]) expect(text).toContain(words)
  })

  it('says when a line that is closed now opens, and in words when it usually does', async () => {
    const late = await connect(signpost, { now: () => night })
    const [day] = (await find({ name: 'first response' })).data.services
    const services = (await find({ name: 'first response' }, late)).data.services
    expect(day).toMatchObject({ open: 'open', closesAt: 'today 17:15', usualHours: expect.stringContaining('Friday 08:30-16:45') })
    expect(services.find(({ id }) => id === 'bcp-children-first-response')).toMatchObject({ open: 'closed', opensAt: 'tomorrow 08:30' })
  })

  it('says that a council number is to be confirmed, on which page, and gives the police and the NSPCC beside it', async () => {
    const answer = await find({ topic: 'neglect', place: 'BH15 1AA' })
    expect(answer.data).toMatchObject({ place: { id: 'bh15', areas: ['BCP Council'] } })
    expect(answer.data.services[0]).toMatchObject({ confirm: expect.stringContaining('https://www.bcpcouncil.gov.uk/') })
    expect(ids(answer)).toEqual(expect.arrayContaining(['dorset-police-101', 'nspcc-helpline']))
  })

  it.each(topics)('gives for %s whom a conversation would name', async (topic) => {
    const name = knowledge.topics.get(topic)?.name ?? ''
    const { reply, state } = respond({ utterance: name, at: officeHours }, {})
    const answer = await find({ topic, ...(state.audience !== undefined && { audience: state.audience }) })
    const named = reply.services.map(({ id }) => id)
    // An emergency names others; a few names of topics show who speaks, and to them a conversation puts what they call for first.
    if (reply.kind === 'signpost') expect([...ids(answer)].sort()).toEqual([...named].sort())
    else expect(reply.kind).toBe('emergency')
  })

  it('asks where the child lives while that decides the council', async () => {
    expect((await find({ topic: 'neglect' })).data.says).toContain(say('place.ask'))
    expect((await find({ topic: 'neglect', place: 'Poole' })).data.says).not.toContain(say('place.ask'))
  })

  it('finds the council of a place alone, and somebody for each audience alone', async () => {
    expect(ids(await find({ place: 'Wareham' }))[0]).toBe('dorset-chad')
    expect(ids(await find({ audience: 'child' }))[0]).toBe('childline')
  })

  it('says of a service of another place that it does not work there, and who does', async () => {
    const answer = await find({ name: 'first response', place: 'Swanage' })
    expect(answer.data).toMatchObject({ notGiven: { id: 'bcp-children-first-response', why: expect.stringContaining('Swanage') } })
    expect(ids(answer)[0]).toBe('dorset-chad')
    expect(ids(answer)).not.toContain('bcp-children-first-response')
  })

  it('says that it does not know a name, and gives the contacts of a failure', async () => {
    const answer = await find({ name: 'qwertyuiop helpers' })
    expect(answer.data).toMatchObject({ found: false, says: [say('mcp.nothing-found')] })
    expect(ids(answer).slice(0, knowledge.firstContacts.failure.length)).toEqual(knowledge.firstContacts.failure)
  })

  it('says that it does not know a place, and gives what the topic has all the same', async () => {
    const answer = await find({ topic: 'neglect', place: 'Xyzzyville' })
    expect(answer.data).toMatchObject({ found: false, says: expect.arrayContaining([say('place.unknown')]) })
    expect(ids(answer)).toContain('nspcc-helpline')
  })

  const withheld = services.filter(([, service]) => service.status === 'superseded' || pointsToShow(service).length === 0)

  it.each(withheld.map(([id, service]) => [id, service] as const))(
    'never gives %s, but why, and what took its place',
    async (id, service) => {
      const answer = await find({ name: service.name })
      expect(answer.data.notGiven).toMatchObject({ id, instead: service.supersededBy })
      expect(answer.text).toContain(service.whyNotGiven?.trim() ?? say('answers.not-given', 'public', { service: service.name }))
      expect(ids(answer)).toEqual(expect.arrayContaining(service.supersededBy))
      expect(ids(answer)).not.toContain(id)
    }
  )

  it('says of a stale number that it is not to be used, and gives what took its place', async () => {
    const stale = services.flatMap(([, service]) =>
      service.contactPoints.flatMap((point) => (service.status !== 'current' && 'number' in point ? [{ service, point }] : []))
    )
    expect(stale.length).toBeGreaterThan(3)
    for (const { service, point } of stale) {
      const answer = await find({ name: point.number })
      expect(answer.text).not.toContain(point.number)
      expect(answer.text).toContain(service.whyNotGiven)
    }
  })
})

describe('warning_signs', () => {
  it.each(withSigns)('lists those of %s with sources, whom to tell and the way to 999', async (id, topic) => {
    const { data, text } = await call(client, 'warning_signs', { topic: id })
    const record = knowledge.signs.get(topic.signs ?? '')
    const listed = data.lists.flatMap(({ signs }) => signs)
    expect([...listed].sort()).toEqual(record?.signs.map((sign) => sign.says).sort())
    expect(data.sources.length).toBeGreaterThan(0)
    expect(data.services.length).toBeGreaterThan(0)
    for (const words of [...listed, say('standing.line'), say('answers.signs-before')]) expect(text).toContain(words)
  })

  it('lists the general signs where no topic is named', async () => {
    const { data } = await call(client, 'warning_signs', {})
    expect(data.title).toBe(knowledge.signs.get(knowledge.firstContacts.generalSigns)?.title)
  })
})

describe('every number in every answer', () => {
  const points = services.flatMap(([, service]) =>
    service.contactPoints.map((point) => ({
      value: contactValue(point),
      current: statusOf(service, point) === 'current',
      kind: point.kind
    }))
  )
  const current = new Set(points.filter((point) => point.current).map(({ value }) => value.replace(/\D/g, '')))
  const stale = points.filter(
    ({ value, current, kind }) => !current && kind !== 'web' && !points.some((p) => p.current && p.value === value)
  )
  const searches = [
    ...topics.flatMap((topic) => [
      { topic },
      ...places.map((place) => ({ topic, place })),
      ...audiences.map((audience) => ({ topic, audience }))
    ]),
    ...services.flatMap(([, { name, aliases }]) =>
      [name, ...aliases.slice(0, 3)].flatMap((n) => [{ name: n }, { name: n, place: 'Swanage' }])
    ),
    ...services.flatMap(([, { name }]) => [{ name, place: 'Edinburgh' }]),
    ...stale.map(({ value }) => ({ name: value })),
    ...places.flatMap((place) => [{ place }, ...audiences.map((audience) => ({ place, audience }))])
  ]
  const answers: { asked: string; text: string; services: readonly FoundService[] }[] = []

  beforeAll(async () => {
    const add = (asked: unknown, { isError, text, data }: Awaited<ReturnType<typeof call>>) => {
      answers.push({ asked: JSON.stringify(asked), text: `${text}\n${JSON.stringify(data)}`, services: isError ? [] : data.services })
    }
    for (const search of searches) add(search, await find(search))
    for (const [topic] of withSigns) add(topic, await call(client, 'warning_signs', { topic }))
  })

  it('was looked at over many searches, each of which gave somebody to turn to', () => {
    expect(answers.length).toBeGreaterThan(1_000)
    expect(answers.filter((answer) => answer.services.length === 0).map(({ asked }) => asked)).toEqual([])
  })

  it('is one that holds today', () => {
    const phone = /(?<![\d,/])(?:0\d[\d ]{7,12}\d|116 \d{3})(?!\d)/g
    const unknown = answers.flatMap(({ asked, text }) =>
      (text.match(phone) ?? []).filter((number) => !current.has(number.replace(/\D/g, ''))).map((number) => `${asked} -> ${number}`)
    )
    expect(unknown).toEqual([])
    const shown = answers.flatMap(({ asked, text }) =>
      stale.filter(({ value }) => text.includes(value)).map(({ value }) => `${asked} -> ${value}`)
    )
    expect(shown).toEqual([])
  })

  it('stands beside its organisation, its sources and the day on which it was checked', () => {
    const bare = answers.flatMap(({ asked, services }) =>
      services
        .filter(({ organisation, sources, checked }) => organisation === '' || sources.length === 0 || checked === '')
        .map(() => asked)
    )
    expect(bare).toEqual([])
  })

  it('serves the place that was asked for', async () => {
    const wrong = await Promise.all(
      services.map(async ([, { name }]) => {
        const found = ids(await find({ name, place: 'Swanage' })).map((id) => knowledge.services.get(id))
        return found.flatMap((service) => (service !== undefined && serves(service, 'dorset-council', knowledge) ? [] : [name]))
      })
    )
    expect(wrong.flat()).toEqual([])
  })
})

describe('what is wrong', () => {
  it('beside the words of a danger is left aside', async () => {
    const answer = await call(client, 'signpost', { utterance: 'he is hitting my mum right now', state: null, history: [] })
    expect(answer.text).toMatch(/^(Call|Ring) 999 now/)
  })

  it.each([
    ['signpost', {}, 'utterance'],
    ['signpost', { utterance: 5 }, 'utterance'],
    ['signpost', { utterance: 'hello', state: { topic: 'A secret!' } }, 'state.topic'],
    ['find_service', {}, 'name, topic, place, audience'],
    ['find_service', { topic: 'weather' }, 'topic'],
    ['find_service', { audience: 'robot' }, 'audience'],
    ['find_service', { name: '' }, 'name'],
    ['find_service', { place: 'a'.repeat(201) }, 'place'],
    ['warning_signs', { topic: 'weather' }, 'topic']
  ])('in the arguments of %s is told with its field: %j', async (tool, args, field) => {
    const answer = await call(client, tool, args)
    expect(answer.isError).toBe(true)
    expect(answer.text).toContain(field)
    expect(answer.text).not.toContain('secret')
  })

  it('inside still gives 999 and a helpline, and no word of the person, in the answer or in the log', async () => {
    const lines: string[] = []
    const broken: Signpost = {
      ...signpost,
      respond: () => {
        throw new RangeError('my secret words')
      }
    }
    const logger = pino({}, { write: (line) => lines.push(line) })
    const answer = await call(await connect(broken, { logger }), 'signpost', { utterance: 'my secret words' })
    expect(answer.isError).toBe(true)
    expect(answer.text).toContain(say('failure.unexpected'))
    expect(answer.text).toContain('0808 800 5000')
    expect(lines.join('')).toContain('"error":"RangeError"')
    expect(lines.join('') + answer.text).not.toMatch(/secret|at .*\.ts/)
  })
})

describe('cli mcp', () => {
  const command = ['--import', 'tsx', 'src/cli.ts', 'mcp']

  it('serves an assistant over stdin and stdout, and ends with it', async () => {
    const transport = new StdioClientTransport({ command: process.execPath, args: command, stderr: 'pipe' })
    const assistant = new Client({ name: 'test', version: '1' })
    await assistant.connect(transport)
    const { pid } = transport
    const answer = await call(assistant, 'signpost', { utterance: 'he is hitting my little brother right now' })
    expect(answer.text).toMatch(/^Call 999 now/)
    await assistant.close()
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH')
  })

  it('writes nothing but the protocol to stdout, no words to stderr, and ends well when stdin ends', async () => {
    const child = spawn(process.execPath, command)
    const [out, log, ended] = [text(child.stdout), text(child.stderr), once(child, 'exit')]
    const request = (id: number, method: string, params: object) => JSON.stringify({ jsonrpc: '2.0', id, method, params })
    const clientInfo = { name: 'test', version: '1' }
    child.stdin.end(
      [
        request(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }),
        'my secret words, no message of the protocol',
        request(2, 'tools/call', { name: 'signpost', arguments: { utterance: 'my secret worry about a boy' } }),
        ''
      ].join('\n')
    )
    expect(await ended).toEqual([0, null])
    const messages = (await out)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { jsonrpc: string; id: number })
    expect(messages.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([
      ['2.0', 1],
      ['2.0', 2]
    ])
    expect(await log).toContain('"tool":"signpost"')
    expect(await log).not.toContain('secret')
  })

  const hello = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } }
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends well at %s', async (signal) => {
    const child = spawn(process.execPath, command)
    const ended = once(child, 'exit')
    child.stdin.write(`${hello}\n`)
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await ended).toEqual([0, null])
  })

  it('ends well when nobody reads it any more', async () => {
    const child = spawn(process.execPath, command)
    const ended = once(child, 'exit')
    child.stdin.on('error', () => undefined)
    child.stdout.destroy()
    child.stdin.write(`${hello}\n`)
    expect(await ended).toEqual([0, null])
  })
})
