import { answer, botApp, hosts, message as messageOfBot } from '../botFramework/hosts.js'
import { secret } from './authorise.js'
import { deliveries, type Delivery } from './createBotLink.js'
import { openClient, person, message, type Client, type Heard } from './openClient.js'
import { openDirectLine, type DirectLineService } from './openDirectLine.js'
import type { LoadHost } from '../../../src/channels/botFramework/Host.js'

const leads = /^(Call|Ring) 999 now\./
const worry = 'my neighbours kids are always filthy and hungry'

const ways = hosts.flatMap(([name, load]) => deliveries.map((delivery): [string, Delivery, LoadHost] => [name, delivery, load]))

const isOfBot = ({ from }: Heard): boolean => from.role === 'bot'
const ofBot = ({ heard }: Client): Heard[] => heard.filter(isOfBot)

describe.each(ways)('the client of Direct Line and the bot on %s, with the delivery "%s"', (_, delivery, load) => {
  const app = botApp(load)
  let service: DirectLineService
  const clients: Client[] = []
  beforeAll(async () => {
    service = await openDirectLine(app, delivery)
  })
  afterEach(() => {
    for (const { close } of clients.splice(0)) close()
  })
  afterAll(() => service.close())

  const open = (credentials: { token?: string; secret?: string }): Client => {
    const client = openClient({ domain: service.domain, ...credentials })
    clients.push(client)
    return client
  }
  /** A person whom the token names, as the pages of a careful council do. */
  const openKnown = async (): Promise<Client> => {
    const response = await fetch(`${service.domain}/tokens/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: person })
    })
    return open({ token: ((await response.json()) as { token: string }).token })
  }

  it('greet a person before a word is typed, once', async () => {
    const client = await openKnown()
    await client.until((heard) => heard.length > 0)
    await client.ask('hello')
    const [welcome, ...rest] = ofBot(client)
    expect(welcome?.text).toMatch(/999[\s\S]*computer program/)
    expect(rest).toHaveLength(1)
    expect(rest[0]?.text).not.toContain('computer program')
  })

  it('keep a whole conversation in mind', async () => {
    const { ask } = await openKnown()
    expect((await ask(worry)).text).toContain('Where does the child live?')
    const placed = await ask('poole')
    expect(placed.text).toContain('BCP Council')
    expect(placed.text).not.toContain('Where does the child live?')
    const signs = await ask('what are the signs')
    expect(signs.text).toContain('No single sign proves')
    expect((await ask('who do I call')).text).toContain('BCP Council')
  })

  it('lead with 999 in an emergency', async () => {
    const { ask } = await openKnown()
    const { text, speak, inputHint } = await ask('he is hitting my mum right now')
    expect(text).toMatch(leads)
    expect(speak).toMatch(/^(Call|Ring) 9 9 9 now\./)
    expect(inputHint).toBe('acceptingInput')
  })

  it('bring card, suggested actions, speech, hint and language as the bot made them', async () => {
    const { ask } = await openKnown()
    const made = await answer(app, messageOfBot(worry, { conversation: { id: `made ${delivery}` } }))
    const { text, textFormat, speak, inputHint, locale, attachments, suggestedActions } = made
    expect(attachments?.[0]?.content.body.length).toBeGreaterThan(1)
    expect(suggestedActions?.actions.length).toBeGreaterThan(1)
    expect([inputHint, locale, textFormat]).toEqual(['expectingInput', 'en-GB', 'plain'])
    const come = await ask(worry)
    expect(come).toMatchObject({ text, textFormat, speak, inputHint, locale, attachments })
    expect(come.suggestedActions?.actions).toEqual(suggestedActions?.actions)
  })

  it('go on with a button of a card, which gives its data back without words', async () => {
    const { ask } = await openKnown()
    const check = await ask('he said he would kill himself')
    const data = { utterance: 'Yes', msteams: { type: 'messageBack', text: 'Yes', displayText: 'Yes' } }
    expect(check.suggestedActions?.actions.map(({ value }) => value)).toEqual(['Yes', 'No'])
    const tapped = await ask({ type: 'message', value: data, channelData: { postBack: true } })
    expect(tapped.text).toMatch(leads)
  })

  it('leave typing and events unanswered', async () => {
    const client = await openKnown()
    await client.until((heard) => heard.length > 0)
    const quiet = [await client.post({ type: 'typing' }), await client.post({ type: 'event', name: 'webchat/join', value: {} })]
    await client.ask('hello')
    expect(ofBot(client).filter(({ replyToId }) => quiet.includes(replyToId))).toEqual([])
    expect(ofBot(client)).toHaveLength(2)
  })

  it('keep the order of what was said and answered', async () => {
    const client = await openKnown()
    const turns = [worry, 'poole', 'what are the signs', 'he is hitting my mum right now']
    const sent: string[] = []
    for (const turn of turns) sent.push(await client.post(message(turn)))
    await client.until((heard) => heard.some(({ replyToId }) => replyToId === sent.at(-1)))
    const [welcome, ...heard] = client.heard
    expect(welcome && isOfBot(welcome)).toBe(true)
    expect(heard.map(({ id, replyToId }) => (sent.includes(id) ? id : replyToId))).toEqual(sent.flatMap((id) => [id, id]))
    expect(heard.map(isOfBot)).toEqual(turns.flatMap(() => [false, true]))
    expect(heard.map(({ timestamp }) => timestamp)).toEqual(heard.map(({ timestamp }) => timestamp).sort())
  })

  it('answer at once a person whom no token names, whose coming the service tells with the first words', async () => {
    const client = open({ secret })
    const { text } = await client.ask('he is hitting my mum right now')
    expect(text).toMatch(leads)
    expect(
      ofBot(client)
        .map((said) => said.text)
        .at(-1)
    ).toBe(text)
  })

  it('tell two people apart who write at the same time', async () => {
    const [mine, theirs] = await Promise.all([openKnown(), openKnown()])
    await Promise.all([mine.ask('who do I call about a child in Poole'), theirs.ask('hello')])
    const [again, first] = await Promise.all([mine.ask('who do I call'), theirs.ask('who do I call about a child')])
    expect(again.text).toContain('BCP Council')
    expect(first.text).toContain('Where does the child live?')
  })

  it('say that nothing was sent where the bot is broken, and nobody waits', async () => {
    const broken = await openDirectLine(botApp(load, {}, { isStopping: () => true }), delivery)
    const client = openClient({ domain: broken.domain, secret })
    expect(await client.post(message('hello'))).toBe('retry')
    client.close()
    await broken.close()
  })
})
