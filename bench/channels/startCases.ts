import { startRedis } from '../../tests/channels/redis/startRedis.js'
import type { Case } from './Case.js'
import { startProcess, type Started } from './startProcess.js'
import { ways } from './ways.js'

export interface Cases {
  readonly cases: readonly Case[]
  readonly servers: Readonly<Record<string, Started>>
  readonly end: () => Promise<void>
}

/** Starts every server of the table; the rows, each baseline before what is compared with it. */
export async function startCases(): Promise<Cases> {
  const redis = await startRedis()
  const servers = {
    Express: await startProcess(['--import', 'tsx', 'bench/channels/echo.ts']),
    botbuilder: await signpost({}),
    agents: await signpost({ SIGNPOST_BOT_SDK: 'agents' }),
    'botbuilder, Redis': await signpost({ REDIS_URL: redis.url }),
    'agents, Redis': await signpost({ REDIS_URL: redis.url, SIGNPOST_BOT_SDK: 'agents' })
  }
  const end = async (): Promise<void> => {
    for (const server of Object.values(servers)) server.end()
    await redis.kill()
  }
  return { cases: casesOf(servers), servers, end }
}

const signpost = (settings: Record<string, string>): Promise<Started> =>
  startProcess(['dist/main.js'], { SIGNPOST_TURNS_PER_MINUTE: '1000000', ...settings })

type Servers = Readonly<Record<'Express' | 'botbuilder' | 'agents' | 'botbuilder, Redis' | 'agents, Redis', Started>>

function casesOf({ Express, botbuilder, agents, ...withRedis }: Servers): Case[] {
  const { rest, page, browserPage, bot } = ways
  const shared = withRedis['botbuilder, Redis']
  return [
    { title: 'Express, bodies of REST', way: rest, server: Express, baseline: true },
    { title: 'REST', way: rest, server: botbuilder, baseline: false },
    { title: 'REST, Redis', way: rest, server: shared, baseline: false },
    { title: 'Express, bodies of the page', way: page, server: Express, baseline: true },
    { title: 'page', way: page, server: botbuilder, baseline: false },
    { title: 'page, Redis', way: page, server: shared, baseline: false },
    { title: 'page, compressed as browsers ask', way: browserPage, server: botbuilder, baseline: false },
    { title: 'Express, bodies of the bot', way: bot, server: Express, baseline: true },
    { title: 'bot on botbuilder', way: bot, server: botbuilder, baseline: false },
    { title: 'bot on botbuilder, Redis', way: bot, server: shared, baseline: false },
    { title: 'bot on agents', way: bot, server: agents, baseline: false },
    { title: 'bot on agents, Redis', way: bot, server: withRedis['agents, Redis'], baseline: false }
  ]
}
