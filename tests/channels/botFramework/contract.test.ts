import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { jest } from '@jest/globals'
import { pino } from 'pino'
import type { StateStorage } from '../../../src/channels/botFramework/storage/StateStorage.js'
import { signpost } from '../../signpost.js'
import { answer, answers, botApp, hosts, message, post } from './hosts.js'

const leads = /^(Call|Ring) 999 now\./

const helps = (text: string): void => {
  expect(text).toContain('999')
  expect(text).toContain('0808 800 5000')
  expect(text).toContain('0800 1111')
}

/** A channel's connector: notes what is posted to it. */
async function openConnector(status = 200) {
  const received: { url: string; body: Record<string, unknown> }[] = []
  const server = createServer((incoming: IncomingMessage, response) => {
    void json(incoming).then((body) => {
      received.push({ url: incoming.url ?? '', body: body as Record<string, unknown> })
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"id":"1"}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { received, close, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` }
}

describe.each(hosts)('the bot on %s', (_, load) => {
  const app = botApp(load)

  describe('an answer', () => {
    it('opens with 999 in danger', async () => {
      const { text, inputHint, speak } = await answer(app, message('he is hitting my mum right now'))
      expect(text).toMatch(leads)
      expect(speak).toMatch(/^(Call|Ring) 9 9 9 now\./)
      expect(inputHint).toBe('acceptingInput')
    })

    it('has the complete text, speech, a card, suggested actions and the language', async () => {
      const sent = await answer(app, message('my neighbours kids are always filthy and hungry', { conversation: { id: 'whole' } }))
      expect(sent.text).toContain('0808 800 5000')
      expect(sent.text).toContain('Where does the child live?')
      expect(sent.speak).toContain('0 1 2 0 2, 1 2 3 3 3 4')
      expect(sent.locale).toBe('en-GB')
      expect(sent.inputHint).toBe('expectingInput')
      expect(sent.attachments?.map(({ contentType }) => contentType)).toEqual(['application/vnd.microsoft.card.adaptive'])
      expect(sent.attachments?.[0]?.content.fallbackText).toBe(sent.text)
      expect(sent.suggestedActions?.actions.map(({ type, value }) => ({ type, value }))).toContainEqual({
        type: 'imBack',
        value: 'What are the signs?'
      })
    })

    it('goes back to where the message came from, in the words of the protocol', async () => {
      const sent = await answer(app, message('hello', { conversation: { id: 'back' } }))
      expect(sent).toMatchObject({
        type: 'message',
        channelId: 'directline',
        conversation: { id: 'back' },
        recipient: { id: 'u' },
        from: { id: 'b' },
        replyToId: '1'
      })
      expect(Object.keys(sent).filter((field) => field.startsWith('_'))).toEqual([])
    })

    it('comes where the message has nothing but its type, its words and a conversation', async () => {
      const sent = await answer(app, { type: 'message', text: 'hello', deliveryMode: 'expectReplies', conversation: { id: 'bare' } })
      expect(sent.text).toContain('Hello')
    })
  })

  describe('a conversation', () => {
    const turn = (text: string, conversation: string) => answer(app, message(text, { conversation: { id: conversation } }))

    it('remembers the place', async () => {
      await turn('my neighbours kids are always filthy and hungry', 'place')
      expect((await turn('poole', 'place')).text).toContain('BCP Council')
    })

    it('is nobody else’s', async () => {
      await turn('who do I call about a child in Poole', 'mine')
      expect((await turn('who do I call about a child', 'theirs')).text).toContain('Where does the child live?')
    })

    it('is each person’s own in a group', async () => {
      const group = { id: 'group', isGroup: true }
      await answer(app, message('I am 10 and my uncle touches me and I live in Swanage', { conversation: group, from: { id: 'one' } }))
      const other = await answer(app, message('who do I call', { conversation: group, from: { id: 'other' } }))
      const alone = await answer(app, message('who do I call', { conversation: { id: 'nobody else' }, from: { id: 'other' } }))
      expect(other.text).toBe(alone.text)
      const again = await answer(app, message('who do I call', { conversation: group, from: { id: 'one' } }))
      expect(again.text).not.toBe(alone.text)
    })

    it('is forgotten when the channel says that it has ended', async () => {
      await turn('who do I call about a child in Poole', 'ended')
      expect(await answers(app, message('', { type: 'endOfConversation', conversation: { id: 'ended' } }))).toEqual([])
      expect((await turn('who do I call about a child', 'ended')).text).toContain('Where does the child live?')
    })

    it('goes on with a tapped button of a card, in the forms of all clients', async () => {
      await turn('my neighbours kids are always filthy and hungry', 'tap')
      const tapped = (fields: object) => answer(app, { ...message('', { conversation: { id: 'tap' } }), text: undefined, ...fields })
      const data = { utterance: 'What are the signs?', msteams: { type: 'messageBack', text: 'What are the signs?', displayText: 'Signs' } }
      expect((await tapped({ value: data })).text).toContain('No single sign proves')
      expect((await tapped({ text: 'What are the signs?', value: data })).text).toContain('No single sign proves')
    })

    it('keeps every turn of many at once', async () => {
      const written: string[] = []
      const kept = new Map<string, { eTag?: string }>()
      const { createMemoryStorage } = await import('../../../src/channels/botFramework/storage/createMemoryStorage.js')
      const inner = createMemoryStorage(() => new Date())
      const slow: StateStorage = {
        ...inner,
        read: async (keys) => {
          await new Promise((done) => setImmediate(done))
          return inner.read(keys)
        },
        write: async (changes) => {
          await inner.write(changes)
          written.push(...Object.keys(changes))
          for (const [key, item] of Object.entries(await inner.read(Object.keys(changes)))) kept.set(key, item as { eTag?: string })
        }
      }
      const shared = botApp(load, { storage: slow })
      const turns = await Promise.all(
        Array.from({ length: 30 }, (_, at) => answer(shared, message(at % 2 === 0 ? 'poole' : 'I am a teacher')))
      )
      expect(turns).toHaveLength(30)
      expect(written).toHaveLength(30)
      expect([...kept.values()].map(({ eTag }) => eTag)).toEqual(['30'])
    })
  })

  describe('what is no message', () => {
    it('is a welcome to a person who comes, with what this is and 999', async () => {
      const { text } = await answer(app, message('', { type: 'conversationUpdate', membersAdded: [{ id: 'u' }, { id: 'b' }] }))
      expect(text).toMatch(/999/)
      expect(text).toContain('computer program')
      expect(text).toContain('[A child is missing or keeps running away]')
    })

    it('is welcomed when the bot is added, and not again by a person who is added with the first words', async () => {
      const update = (id: string) => message('', { type: 'conversationUpdate', membersAdded: [{ id }], conversation: { id: 'late' } })
      expect((await answer(app, update('b'))).text).toContain('computer program')
      expect(await answers(app, update('u'))).toEqual([])
      expect((await answer(app, message('he is hitting my mum right now', { conversation: { id: 'late' } }))).text).toMatch(leads)
    })

    it('is welcomed when a person is all that is added', async () => {
      const update = message('', { type: 'conversationUpdate', membersAdded: [{ id: 'u' }], conversation: { id: 'alone' } })
      expect((await answer(app, update)).text).toContain('computer program')
      expect(await answers(app, update)).toEqual([])
    })

    it.each([
      [
        'somebody joining a group',
        { type: 'conversationUpdate', membersAdded: [{ id: 'u' }], conversation: { id: 'group', isGroup: true } }
      ],
      ['somebody leaving', { type: 'conversationUpdate' }],
      ['typing', { type: 'typing' }],
      ['a reaction', { type: 'messageReaction' }],
      ['a deleted message', { type: 'messageDelete' }],
      ['an event', { type: 'event', name: 'webchat/join' }],
      ['an installation', { type: 'installationUpdate' }],
      ['a type that nobody knows', { type: 'weather' }]
    ])('is not answered: %s', async (_, fields) => {
      expect(await answers(app, message('', fields))).toEqual([])
    })

    it('is told so, with help, where an answer of a kind that we do not have is demanded', async () => {
      const activity = message('', { type: 'invoke', name: 'task/fetch', deliveryMode: undefined, serviceUrl: 'http://localhost:1' })
      const response = await post(app, activity)
      expect(response.status).toBe(501)
      helps((response.body as { reply: { text: string } }).reply.text)
    })

    it('is read anew where a message was edited', async () => {
      const { text } = await answer(app, message('he is hitting my mum right now', { type: 'messageUpdate' }))
      expect(text).toMatch(leads)
    })
  })

  describe('a file', () => {
    const picture = [{ contentType: 'image/png', contentUrl: 'https://files.example/1.png' }]

    it('alone is answered kindly', async () => {
      const { text } = await answer(app, { ...message(''), text: undefined, attachments: picture, conversation: { id: 'file' } })
      expect(text).toMatch(/^I cannot open files/)
      expect(text).toContain('999')
    })

    it('with words never stands before the answer to the words', async () => {
      const { text } = await answer(app, message('he is hitting my mum right now', { attachments: picture }))
      expect(text).toMatch(leads)
      expect(text).toContain('I cannot open files')
    })

    it('is not the copy of the words that Teams attaches', async () => {
      const { text } = await answer(app, message('hello', { attachments: [{ contentType: 'text/html', content: '<div>hello</div>' }] }))
      expect(text).not.toContain('I cannot open files')
    })
  })

  it('keeps the name of somebody else who is mentioned', async () => {
    const { text } = await answer(
      app,
      message('<at>Signpost</at> <at>Dad</at> is hitting me right now', { channelId: 'msteams', conversation: { id: 'dad' } })
    )
    expect(text).toMatch(leads)
    expect(text).toContain('You are not in trouble')
  })

  it('reads past the mention and the entities of Teams', async () => {
    const { text } = await answer(
      app,
      message('<at>Signpost</at>&nbsp;who do I call about grooming', { channelId: 'msteams', conversation: { id: 'mention' } })
    )
    expect(text).toContain('CEOP')
  })

  it('says that the app may keep what is typed when somebody asks', async () => {
    const { text } = await answer(app, message('do you keep my messages? is this private', { conversation: { id: 'kept' } }))
    expect(text).toContain('the app may keep what you type')
  })

  it('says that a message was too long, and helps', async () => {
    const { text } = await answer(app, message('help '.repeat(2_000)))
    expect(text).toContain('too long')
    helps(text)
  })

  it.each([
    ['a locale of nothing', { locale: '' }],
    ['nulls', { locale: null, id: null, recipient: null, attachments: null, membersAdded: null, value: null, serviceUrl: null }],
    ['a sender without an id', { from: { id: '', name: null, role: '' } }],
    ['nulls within', { conversation: { id: 'c', name: null, isGroup: null }, attachments: [{ contentType: null }] }],
    ['a role of another SDK', { recipient: { id: 'b', role: 'agenticUser' } }],
    ['fields that nobody knows', { entities: 7, timestamp: 'yesterday', channelData: [] }]
  ])('never refuses a danger for %s', async (_, fields) => {
    expect((await answer(app, message('he is hitting my mum right now', { conversation: { id: 'odd' }, ...fields }))).text).toMatch(leads)
  })

  describe('what is sent wrong', () => {
    it.each([
      ['no conversation', { conversation: undefined }, 'conversation'],
      ['a conversation that is a number', { conversation: 7 }, 'conversation'],
      ['a conversation without an id', { conversation: {} }, 'conversation.id'],
      ['an empty id', { conversation: { id: '' } }, 'conversation.id'],
      ['a number for text', { text: 5 }, 'text'],
      ['no type', { type: undefined }, 'type'],
      ['a list for a type', { type: ['message'] }, 'type'],
      ['a sender that is a word', { from: 'me' }, 'from'],
      ['a channel that is no id', { channelId: 'a:b:c' }, 'channelId'],
      ['a service URL that is none', { serviceUrl: 'here' }, 'serviceUrl'],
      ['a service URL of another kind', { serviceUrl: 'file:///etc/passwd' }, 'serviceUrl'],
      ['an unknown way of delivery', { deliveryMode: 'pigeon' }, 'serviceUrl'],
      ['a conversation that leads elsewhere', { conversation: { id: '../../admin?x=' } }, 'conversation.id'],
      ['attachments that are a word', { attachments: 'x' }, 'attachments'],
      ['members that are no list', { type: 'conversationUpdate', membersAdded: {} }, 'membersAdded'],
      ['no place to answer', { deliveryMode: undefined }, 'serviceUrl']
    ])('is named by its field, and helps: %s', async (_, wrong, field) => {
      const response = await post(app, message('zebra', wrong))
      expect(response.status).toBe(400)
      expect(response.body).toMatchObject({ field, error: expect.any(String) })
      helps((response.body as { reply: { text: string } }).reply.text)
      expect(response.text).not.toMatch(/zebra|node_modules|\n\s+at /)
    })

    it.each(['[]', '"hello"', 'null', '7', '{"type":"mess'])('is refused when the body is %s', async (body) => {
      const response = await post(app, {}, {}).then(() =>
        import('supertest').then(({ default: request }) =>
          request(app).post('/api/messages').set('content-type', 'application/json').send(body)
        )
      )
      expect(response.status).toBe(400)
      helps((response.body as { reply: { text: string } }).reply.text)
    })
  })

  describe('where answers go', () => {
    it('is to the connector of the channel, on the loopback', async () => {
      const connector = await openConnector()
      const response = await post(app, message('he is hitting my mum right now', { deliveryMode: undefined, serviceUrl: connector.url }))
      await connector.close()
      expect(response.status).toBe(200)
      expect(connector.received).toHaveLength(1)
      expect(connector.received[0]?.url).toContain('/v3/conversations/c1/activities')
      expect(connector.received[0]?.body['text']).toMatch(leads)
      expect(connector.received[0]?.body['channelId']).toBe('directline')
    })

    it.each([
      'https://example.org',
      'http://169.254.169.254/latest',
      'http://127.0.0.1.example.org',
      'http://0.0.0.0:80',
      'http://[::ffff:127.0.0.1]/'
    ])('is never where an anonymous caller says: %s', async (serviceUrl) => {
      const outbound = jest.spyOn(globalThis, 'fetch')
      const response = await post(app, message('hello', { deliveryMode: undefined, serviceUrl }))
      expect(response.status).toBe(403)
      expect((response.body as { field: string }).field).toBe('serviceUrl')
      helps((response.body as { reply: { text: string } }).reply.text)
      expect(outbound).not.toHaveBeenCalled()
      outbound.mockRestore()
    })

    it('is the response alone where it is expected there, whatever the service URL', async () => {
      const connector = await openConnector()
      const { text } = await answer(app, message('hello', { serviceUrl: connector.url }))
      await connector.close()
      expect(text).toContain('Hello')
      expect(connector.received).toEqual([])
    })

    it('being broken gives an error with help, and nothing that was said stands in the log', async () => {
      const connector = await openConnector(500)
      const lines: string[] = []
      const printed = ['log', 'warn', 'error'] as const
      const spies = printed.map((name) =>
        jest.spyOn(console, name).mockImplementation((...words) => lines.push(words.map(String).join(' ')))
      )
      const logger = pino({ base: null }, { write: (line) => lines.push(line) })
      const response = await post(
        botApp(load, {}, { logger }),
        message('zebra marmalade, he is hitting my mum right now', { deliveryMode: undefined, serviceUrl: connector.url })
      )
      for (const spy of spies) spy.mockRestore()
      await connector.close()
      expect(response.status).toBe(500)
      helps((response.body as { reply: { text: string } }).reply.text)
      expect(lines.join('\n')).toContain('"route":"/api/messages"')
      expect(lines.join('\n') + response.text).not.toMatch(/zebra|marmalade|hitting|Call 999 now|\n\s+at /)
    })
  })

  describe('a failure within', () => {
    const broken = {
      ...signpost,
      respond: () => {
        throw new Error('zebra')
      }
    }

    it('of the engine gives help', async () => {
      const { text } = await answer(botApp(load, {}, {}, broken), message('zebra'))
      helps(text)
      expect(text).not.toContain('zebra')
    })

    it('of the memory costs the memory and not the answer', async () => {
      const gone = (): Promise<never> => Promise.reject(new Error('gone'))
      const forgetful = botApp(load, { storage: { read: gone, write: gone, delete: gone } })
      expect((await answer(forgetful, message('he is hitting my mum right now'))).text).toMatch(leads)
      expect(await answers(forgetful, message('', { type: 'endOfConversation' }))).toHaveLength(1)
    })
  })

  it('still helps a conversation that asks too often', async () => {
    const strict = botApp(load, {}, { perMinute: 2 })
    await answer(strict, message('hello'))
    await answer(strict, message('hello'))
    const response = await post(strict, message('hello'))
    expect(response.status).toBe(429)
    helps((response.body as { reply: { text: string } }).reply.text)
  })
})
