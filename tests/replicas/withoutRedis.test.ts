import { startServer, type Server } from './startServer.js'
import { place, restTurn, worry } from './turns.js'

describe('two replicas that share nothing', () => {
  let servers: Server[] = []
  beforeAll(async () => {
    servers = await Promise.all([startServer({}), startServer({})])
  })
  afterAll(async () => {
    for (const server of servers) server.signal('SIGKILL')
    await Promise.all(servers.map(({ gone }) => gone))
  })

  it('hold one conversation over REST: its memory travels with the client', async () => {
    const [a, b] = servers as [Server, Server]
    const first = await restTurn(a, worry)
    const there = await restTurn(b, place, first.state)
    expect(there.text).toContain('BCP Council')
    expect(there.text).toBe((await restTurn(a, place, first.state)).text)
    expect(there.text).not.toBe((await restTurn(b, place)).text)
    const back = await restTurn(a, 'what are the signs?', there.state)
    expect(back.state).toMatchObject({ topic: 'neglect', locality: 'poole' })
  })

  it('hold one conversation on the web page: its memory travels in the page', async () => {
    const [a, b] = servers as [Server, Server]
    const first = await say(a, { utterance: worry })
    const carried = /name="state" value="([^"]*)"/.exec(first)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const there = await say(b, { utterance: place, state: carried })
    expect(there).toContain('BCP Council')
    expect(there).toContain('&quot;topic&quot;:&quot;neglect&quot;')
    expect(await say(b, { utterance: place })).not.toContain('&quot;topic&quot;:&quot;neglect&quot;')
  })
})

/** The page that answers a form. */
async function say({ url }: Server, form: Record<string, string>): Promise<string> {
  const answered = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
  return answered.text()
}
