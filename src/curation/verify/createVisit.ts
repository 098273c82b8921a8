import { createAskRobots, type Robots } from './createAskRobots.js'
import { createTurns } from './createTurns.js'
import { followPage, type Means } from './followPage.js'
import { getOnce, type Answer, type GetOptions } from './getOnce.js'
import { getTwice } from './getTwice.js'
import { isWeb } from './nextHop.js'
import { NoAnswer } from './NoAnswer.js'
import type { Visit } from './Visit.js'

export interface VisitOptions extends GetOptions {
  /** Milliseconds between two requests to a host. */
  readonly pause: number
  readonly hostsAtOnce: number
}

/** The name that robots.txt files know this tool by. */
export const agent = 'SignpostVerify'

/** Visits a page once, however often it is asked for: politely, with GET alone, as far as robots.txt allows. Never rejects. */
export function createVisit(options: VisitOptions): (url: string) => Promise<Visit> {
  const turns = createTurns(options.pause, options.hostsAtOnce)
  const get = (url: URL): Promise<Answer> => getTwice(() => turns.take(url.hostname, () => getOnce(url, options)))
  const askRobots = createAskRobots(get, agent)
  const allowed = async (url: URL): Promise<boolean> => {
    const robots = await askRobots(url).catch(blameRobots)
    turns.slowDown(url.hostname, robots.pause)
    return robots.allows(url)
  }
  const known = new Map<string, Promise<Visit>>()
  return (address) => {
    const [page = ''] = address.split('#')
    const visit = known.get(page) ?? start(page, { get, allowed })
    known.set(page, visit)
    return visit
  }
}

const blameRobots = (error: unknown): Robots => {
  throw new NoAnswer(`${error instanceof NoAnswer ? error.message : String(error)}; robots.txt was asked for first`, { passing: false })
}

async function start(page: string, means: Means): Promise<Visit> {
  const url = URL.canParse(page) ? new URL(page) : undefined
  return url !== undefined && isWeb(url)
    ? followPage(url, means, { seen: [], lasting: true })
    : { kind: 'unreachable', why: 'is not an address that begins with http:// or https://' }
}
