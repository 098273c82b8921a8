import type { Answer } from './getOnce.js'
import { nextHop, type Hop } from './nextHop.js'
import { NoAnswer } from './NoAnswer.js'
import { readAnswer } from './readAnswer.js'
import type { Visit } from './Visit.js'

const mostHops = 10

interface Trail {
  readonly seen: readonly string[]
  /** Every redirect so far was for good. */
  readonly lasting: boolean
  readonly movedTo?: string
}

export interface Means {
  readonly get: (url: URL) => Promise<Answer>
  readonly allowed: (url: URL) => Promise<boolean>
}

const circle = (): NoAnswer => new NoAnswer('redirects in a circle, or too often', { passing: false })

/** Goes where an address leads, hop by hop, and says how it ended; a move that leads nowhere is none. */
export async function followPage(url: URL, means: Means, trail: Trail): Promise<Visit> {
  const { movedTo } = trail
  const moved = movedTo === undefined ? {} : { movedTo }
  try {
    if (trail.seen.includes(url.href) || trail.seen.length > mostHops) throw circle()
    if (!(await means.allowed(url))) return { kind: 'notAllowed', ...moved }
    const answer = await means.get(url)
    const next = nextHop(url, answer)
    return next === undefined
      ? { ...(await readAnswer(answer, url)), ...moved }
      : await followPage(next.url, means, onward(trail, url, next))
  } catch (error) {
    return { kind: 'unreachable', why: whyOf(error) }
  }
}

function onward({ seen, lasting, movedTo }: Trail, from: URL, { url, lasting: forGood }: Hop): Trail {
  const to = lasting && forGood ? url.href : movedTo
  return { seen: [...seen, from.href], lasting: lasting && forGood, ...(to !== undefined && { movedTo: to }) }
}

const whyOf = (error: unknown): string => {
  if (!(error instanceof NoAnswer)) throw error
  return error.message
}
