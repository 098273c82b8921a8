import { pino, type Logger } from 'pino'
import request from 'supertest'
import { createApp } from '../../src/channels/createApp.js'
import { signpost } from '../signpost.js'

const app = createApp(signpost, { perMinute: 10_000 })
const helps = (text: string): void => {
  expect(text).toContain('999')
  expect(text).toContain('0808 800 5000')
  expect(text).toContain('0800 1111')
}

describe('REST', () => {
  it('answers a turn and takes the state back', async () => {
    const first = await request(app).post('/api/chat').send({ utterance: 'who do I call about a child' })
    expect(first.status).toBe(200)
    const second = await request(app).post('/api/chat').send({ utterance: 'swanage', state: first.body.state })
    expect(second.body.reply.services[0].id).toBe('dorset-chad')
    expect(Object.keys(second.body).sort()).toEqual(['reply', 'state'])
  })

  it.each([
    ['no utterance', {}, 'utterance'],
    ['a number for an utterance', { utterance: 5 }, 'utterance'],
    ['a state of the wrong form', { utterance: 'hi', state: { topic: 7 } }, 'state.topic'],
    ['words in the state', { utterance: 'hi', state: { topic: 'My son was hurt' } }, 'state.topic'],
    ['a field that does not exist', { utterance: 'hi', name: 'x' }, 'body']
  ])('names the field of %s, and still helps', async (_, body, field) => {
    const response = await request(app).post('/api/chat').send(body)
    expect(response.status).toBe(400)
    expect(response.body.field).toBe(field)
    helps(response.body.reply.text)
  })

  it('says that what cannot be read cannot be read, and still helps', async () => {
    const squeezed = request(app).post('/api/chat').set('content-type', 'application/json').set('content-encoding', 'gzip')
    for (const response of [await squeezed.send('no gzip'), await request(app).post('/api/%E0%A4%A').send({})]) {
      expect(response.status).toBe(400)
      helps(response.body.reply.text)
    }
  })

  it('says that broken JSON is broken, and still helps', async () => {
    const response = await request(app).post('/api/chat').set('content-type', 'application/json').send('{"utterance": "he hit')
    expect(response.status).toBe(400)
    expect(JSON.stringify(response.body)).not.toContain('he hit')
    helps(response.body.reply.text)
  })

  it.each([6_000, 100_000])('turns away %d characters with help', async (length) => {
    const response = await request(app)
      .post('/api/chat')
      .send({ utterance: 'x'.repeat(length) })
    expect(response.status).toBe(413)
    helps(response.body.reply.text)
  })

  it('drops remembered ids that do not exist', async () => {
    const response = await request(app)
      .post('/api/chat')
      .send({ utterance: 'who do i call', state: { topic: 'dragons' } })
    expect(response.status).toBe(200)
    expect(response.body.state.topic).toBeUndefined()
  })

  it.each(['/healthz', '/readyz', '/openapi.json'])('serves %s', async (path) => {
    expect((await request(app).get(path)).status).toBe(200)
  })

  it('describes itself by its own schemas', async () => {
    const { body } = await request(app).get('/openapi.json')
    expect(Object.keys(body.components.schemas)).toEqual(expect.arrayContaining(['ChatRequest', 'ChatResponse', 'Reply', 'State']))
    expect(body.paths['/api/chat'].post.responses).toHaveProperty('413')
  })
})

describe('the web page', () => {
  it('stands before anything is typed: what it is, 999, the box', async () => {
    const { text, headers } = await request(app).get('/')
    expect(text).toContain('999')
    expect(text).toContain('computer program')
    expect(text).toContain('<textarea')
    expect(text.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/^<script type="module" src="\/assets\/main\.[0-9a-f]{8}\.js">$/)])
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
  })

  it('answers a form without scripts and carries the state in it', async () => {
    const first = await request(app).post('/').type('form').send({ utterance: 'my neighbours kids are always hungry', state: '{}' })
    expect(first.text).toContain('Where does the child live?')
    const state = /name="state" value="([^"]*)"/.exec(first.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const second = await request(app).post('/').type('form').send({ utterance: 'weymouth', state })
    expect(second.text).toContain('01305 228866')
  })

  it('shows markup as text', async () => {
    const { text } = await request(app).post('/').type('form').send({ utterance: '<img src=x onerror=alert(1)> who do i call' })
    expect(text).not.toContain('<img')
  })

  it('takes a broken state for none', async () => {
    expect((await request(app).post('/').type('form').send({ utterance: 'hello', state: '{"topic":' })).status).toBe(200)
  })

  it('opens with 999 when somebody is in danger', async () => {
    const { text } = await request(app).post('/').type('form').send({ utterance: 'he is hitting my mum right now' })
    const opening = text.search(/(Call|Ring) 999 now/)
    expect(opening).toBeGreaterThan(0)
    expect(opening).toBeLessThan(text.indexOf('signpost-card'))
  })

  it('helps on a page that does not exist', async () => {
    const response = await request(app).get('/nowhere').set('accept', 'text/html')
    expect(response.status).toBe(404)
    helps(response.text)
  })
})

describe('when something breaks', () => {
  it('helps while the server is stopping, and says to come back', async () => {
    let isStopping = false
    const stopping = createApp(signpost, { perMinute: 100, isStopping: () => isStopping })
    expect((await request(stopping).get('/readyz')).status).toBe(200)
    isStopping = true
    const page = await request(stopping).post('/').type('form').set('accept', 'text/html').send({ utterance: 'who do i call' })
    expect([page.status, page.headers['connection']]).toEqual([503, 'close'])
    expect(page.text).toContain('Try again in a minute')
    helps(page.text)
    const answer = await request(stopping).post('/api/chat').send({ utterance: 'who do i call' })
    expect(answer.status).toBe(503)
    helps(answer.body.reply.text)
    expect((await request(stopping).get('/readyz')).status).toBe(503)
  })

  it('logs of a contact that is said to be wrong its id and nothing else, and only of one that we have', async () => {
    const lines: string[] = []
    const noting = createApp(signpost, { perMinute: 100, logger: pino({ base: null }, { write: (line) => lines.push(line) }) })
    const sent = await request(noting).post('/wrong').type('form').send({ service: 'childline', utterance: 'zebra marmalade', state: '{}' })
    expect(sent.status).toBe(200)
    expect(sent.text).toContain('Thank you')
    expect((await request(noting).post('/wrong').type('form').send({ service: 'zebra marmalade' })).status).toBe(404)
    expect(
      lines.filter((line) => line.includes('reportedWrong')).map((line) => (JSON.parse(line) as { reportedWrong: string }).reportedWrong)
    ).toEqual(['childline'])
    expect(lines.join('')).not.toMatch(/zebra|marmalade/)
  })

  it('still helps when the engine throws', async () => {
    const broken = createApp(
      {
        ...signpost,
        respond: () => {
          throw new Error('my secret words')
        }
      },
      { perMinute: 100 }
    )
    const rest = await request(broken).post('/api/chat').send({ utterance: 'hello' })
    expect(rest.status).toBe(500)
    expect(JSON.stringify(rest.body)).not.toContain('secret')
    helps(rest.body.reply.text)
    const page = await request(broken).post('/').set('accept', 'text/html').type('form').send({ utterance: 'hello' })
    expect(page.status).toBe(500)
    helps(page.text)
  })

  it('still helps when somebody asks too often', async () => {
    const strict = createApp(signpost, { perMinute: 1 })
    await request(strict).post('/api/chat').send({ utterance: 'hello' })
    const response = await request(strict).post('/api/chat').send({ utterance: 'hello' })
    expect(response.status).toBe(429)
    helps(response.body.reply.text)
  })
})

describe('what is logged', () => {
  it('never holds what was typed', async () => {
    const lines: unknown[] = []
    const log = (line: unknown): void => {
      lines.push(line)
    }
    const logger = { info: log, error: log } as unknown as Logger
    const logged = createApp(signpost, { perMinute: 100, logger })
    await request(logged).post('/api/chat').send({ utterance: 'zebra marmalade in Poole' })
    await request(logged).post('/').type('form').send({ utterance: 'zebra marmalade in Poole' })
    await request(logged).get('/zebra-marmalade?zebra=marmalade')
    expect(lines.length).toBe(3)
    expect(JSON.stringify(lines)).not.toMatch(/zebra|marmalade|poole/i)
  })
})
