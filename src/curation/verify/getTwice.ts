import type { Answer } from './getOnce.js'
import { NoAnswer } from './NoAnswer.js'

/** A second try where the first failed in passing, or the server had a fault of its own. */
export async function getTwice(get: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await get()
    return answer.status >= 500 ? await get() : answer
  } catch (error) {
    if (!(error instanceof NoAnswer && error.passing)) throw error
    return get()
  }
}
