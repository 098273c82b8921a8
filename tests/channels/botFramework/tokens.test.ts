import { Socket } from 'node:net'
import { jest } from '@jest/globals'
import request from 'supertest'
import { createApp } from '../../../src/channels/createApp.js'
import { signpost } from '../../signpost.js'
import { botApp, hosts, message, post, type Sent } from './hosts.js'
import { openAuthority, strangeKey } from './openAuthority.js'

const appId = '0f0f0f0f-1111-4222-8333-444444444444'
const teams = 'https://smba.trafficmanager.net/uk/'

type Authority = Awaited<ReturnType<typeof openAuthority>>

const connect = jest.spyOn(Socket.prototype, 'connect')
// botbuilder prints why it refuses a token.
jest.spyOn(console, 'error').mockImplementation(() => undefined)

describe.each(hosts)('a bot with an app id, on %s', (_, load) => {
  let authority: Authority
  let app: ReturnType<typeof botApp>

  beforeAll(async () => {
    authority = await openAuthority(appId)
    app = botApp(load, { credentials: authority.credentials })
  })
  beforeEach(() => {
    connect.mockClear()
    authority.asked.splice(0)
  })
  afterAll(async () => {
    await authority.close()
  })

  const send = (token: string | undefined, fields: object = {}) =>
    post(app, message('he is hitting my mum right now', fields), token === undefined ? {} : { authorization: token })

  /** Hosts that a connection was opened to, but for this machine. */
  const outside = (): string[] =>
    connect.mock.calls
      .map(([first]) => (Array.isArray(first) ? (first as unknown[])[0] : first))
      .map((target) => (typeof target === 'object' && target !== null && 'host' in target ? String(target.host) : 'localhost'))
      .filter((host) => !['localhost', '127.0.0.1'].includes(host))

  it('answers who has a token of the authority', async () => {
    const response = await send(`Bearer ${authority.token()}`)
    expect(response.status).toBe(200)
    expect((response.body as { activities: Sent[] }).activities[0]?.text).toMatch(/^(Call|Ring) 999 now/)
    expect(authority.asked.length).toBeGreaterThan(0)
    expect(connect).toHaveBeenCalled()
    expect(outside()).toEqual([])
  })

  it.each([
    ['no token', () => undefined],
    ['a word for a token', () => 'Bearer abc'],
    ['three words for a token', () => 'Bearer a.b.c'],
    ['another scheme', () => 'Basic c2lnbnBvc3Q6c2lnbnBvc3Q='],
    ['an empty token', () => 'Bearer '],
    ['a token for another bot', () => `Bearer ${authority.token({ claims: { aud: '99999999-1111-4222-8333-444444444444' } })}`],
    ['a token that nobody signed', () => `Bearer ${authority.token({ header: { alg: 'none' } }).replace(/[^.]*$/, '')}`]
  ])('refuses %s, with help and without asking anybody', async (_name, token) => {
    const response = await send(token())
    expect(response.status).toBe(401)
    expect((response.body as { field: string }).field).toBe('authorization')
    expect((response.body as { reply: { text: string } }).reply.text).toContain('999')
    expect(response.text).not.toMatch(/\n\s+at |node_modules|hitting/)
    expect(outside()).toEqual([])
  })

  it.each([
    ['signed by a stranger', () => ({ key: strangeKey })],
    ['signed by a key that is not known', () => ({ key: strangeKey, header: { kid: 'k2' } })],
    ['that has expired', () => ({ claims: { exp: 1_700_000_000 } })],
    ['of another issuer', () => ({ claims: { iss: 'https://login.example' } })],
    ['signed with the public key as a secret', () => ({ header: { alg: 'HS256' } })]
  ])('refuses a token %s', async (_name, fields) => {
    const response = await send(`Bearer ${authority.token(fields())}`)
    expect(response.status).toBe(401)
    expect(response.text).not.toMatch(/\n\s+at |node_modules|hitting/)
    expect(outside()).toEqual([])
  })

  it.each([
    'https://example.org/',
    'https://smba.trafficmanager.net.example.org/',
    'https://notbotframework.com/',
    'http://smba.trafficmanager.net/uk/',
    'https://botframework.com@example.org/',
    'http://localhost:3978/',
    'https://169.254.169.254/'
  ])('never answers at %s, even to who has a token', async (serviceUrl) => {
    const response = await send(`Bearer ${authority.token({ claims: { serviceurl: serviceUrl } })}`, { deliveryMode: 'normal', serviceUrl })
    expect(response.status).toBe(403)
    expect((response.body as { field: string }).field).toBe('serviceUrl')
    expect(outside()).toEqual([])
  })

  it('refuses a token that was made for another service URL', async () => {
    const token = authority.token({ claims: { serviceurl: 'https://europe.directline.botframework.com/' } })
    const response = await send(`Bearer ${token}`, { deliveryMode: 'normal', serviceUrl: teams })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(outside()).toEqual([])
  })

  it('takes a host that is named beside those of Microsoft', async () => {
    const named = botApp(load, { credentials: authority.credentials, hosts: ['channel.example'] })
    const activity = message('hello', { serviceUrl: 'https://eu.channel.example/', deliveryMode: 'normal' })
    expect((await post(named, activity)).status).toBe(401)
    expect((await post(app, activity)).status).toBe(403)
  })

  it('cannot be shut for somebody by those who prove nothing, and holds them back by their address', async () => {
    const strict = botApp(load, { credentials: authority.credentials }, { perMinute: 2 })
    const turn = (headers: Record<string, string>) => post(strict, message('hello', { conversation: { id: 'victim' } }), headers)
    const refused = [await turn({}), await turn({}), await turn({})].map(({ status }) => status)
    expect(refused).toEqual([401, 401, 429])
    expect((await turn({ authorization: `Bearer ${authority.token()}` })).status).toBe(200)
  })

  it('counts the turns of each conversation, because all come from the addresses of the channel', async () => {
    const strict = botApp(load, { credentials: authority.credentials }, { perMinute: 1 })
    const turn = (id: string) => post(strict, message('hello', { conversation: { id } }), { authorization: `Bearer ${authority.token()}` })
    expect([(await turn('a')).status, (await turn('b')).status, (await turn('a')).status]).toEqual([200, 200, 429])
  })
})

describe('the bot channel', () => {
  it('is off where it was not switched on', async () => {
    const response = await request(createApp(signpost, { perMinute: 100 }))
      .post('/api/messages')
      .send(message('hello'))
    expect(response.status).toBe(404)
    expect((response.body as { reply: { text: string } }).reply.text).toContain('999')
  })
})
