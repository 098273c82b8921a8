import { createRequire } from 'node:module'
import type { Answer } from './getOnce.js'
import { NoAnswer } from './NoAnswer.js'
import { nextHop } from './nextHop.js'

/** The robots.txt of an origin: which of its addresses may be asked for. */
export interface Robots {
  readonly allows: (url: URL) => boolean
  /** Milliseconds that it asks for between requests. */
  readonly pause: number
}

interface Parser {
  isAllowed: (url: string, agent: string) => boolean | undefined
  getCrawlDelay: (agent: string) => number | undefined
}

/** CommonJS whose types declare an ES module. */
const parse = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Parser

/** RFC 9309, 2.3.1.2: at least five redirects. */
const mostHops = 5

/**
 * Asks each origin once for its robots.txt, as RFC 9309 has it: one that is not there allows everything; where it cannot be reached, no
 * page of the origin may be asked for.
 * @throws NoAnswer where it cannot be reached
 */
export function createAskRobots(get: (url: URL) => Promise<Answer>, agent: string): (url: URL) => Promise<Robots> {
  const known = new Map<string, Promise<Robots>>()
  return ({ origin }) => {
    const robots = known.get(origin) ?? read(new URL('/robots.txt', origin), get, agent)
    known.set(origin, robots)
    return robots
  }
}

async function read(url: URL, get: (url: URL) => Promise<Answer>, agent: string): Promise<Robots> {
  const { status, body } = await follow(url, get, mostHops)
  if (status >= 500) throw new NoAnswer(`its robots.txt fails (${String(status)})`, { passing: false })
  if (status < 200 || status >= 300) return { allows: () => true, pause: 0 }
  const parser = parse(url.href, new TextDecoder().decode(body))
  return { allows: ({ href }) => parser.isAllowed(href, agent) !== false, pause: 1000 * (parser.getCrawlDelay(agent) ?? 0) }
}

async function follow(url: URL, get: (url: URL) => Promise<Answer>, hops: number): Promise<Answer> {
  const answer = await get(url)
  const next = nextHop(url, answer)
  return next === undefined || hops === 0 ? answer : follow(next.url, get, hops - 1)
}
