import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createApp, type AppSettings } from '../../src/channels/createApp.js'
import { signpost } from '../signpost.js'

/** Said to the site, it breaks: a test of what a person then sees. */
export const breakingWords = 'please break now'

export interface Site {
  readonly origin: string
  /** The lines that the site logged. */
  readonly logged: readonly string[]
  readonly close: () => Promise<void>
}

/** Signpost as it ships, in this process, on a free port of the loopback. */
export async function openSite(settings: Partial<AppSettings> = {}): Promise<Site> {
  const logged: string[] = []
  const logger = pino({ base: null }, { write: (line) => logged.push(line) })
  const server = createApp({ ...signpost, respond }, { perMinute: 10_000, logger, ...settings }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { origin: `http://localhost:${String((server.address() as AddressInfo).port)}`, logged, close }
}

const respond: typeof signpost.respond = (turn, state) => {
  if (turn.utterance === breakingWords) throw new Error('broken for a test')
  return signpost.respond(turn, state)
}
