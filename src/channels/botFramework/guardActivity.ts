import { fieldOf } from '../../knowledge/fieldOf.js'
import { incomingActivity, type IncomingActivity } from './incomingActivity.js'
import type { MayAnswerAt } from './serviceUrls.js'

export interface Refusal {
  readonly status: 400 | 403
  readonly field: string
  readonly error: string
}

/**
 * Looks at an activity before the SDK does, which checks little and would send its answer wherever the caller says: that would
 * let them make this server call others. An answer in the response itself (expectReplies) goes nowhere else.
 */
export function guardActivity(body: unknown, mayAnswerAt: MayAnswerAt, caller: string): { activity: IncomingActivity } | Refusal {
  const parsed = incomingActivity.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { status: 400, field: fieldOf(issue?.path), error: issue?.message ?? '' }
  }
  const { deliveryMode, serviceUrl } = parsed.data
  if (serviceUrl === undefined) {
    if (deliveryMode === 'expectReplies') return { activity: parsed.data }
    return { status: 400, field: 'serviceUrl', error: 'is missing; say where to answer, or use deliveryMode expectReplies' }
  }
  if (mayAnswerAt(serviceUrl, caller)) return { activity: parsed.data }
  if (deliveryMode !== 'expectReplies')
    return { status: 403, field: 'serviceUrl', error: 'no answer is sent there; use deliveryMode expectReplies, or an allowed host' }
  const { serviceUrl: _, ...answeredHere } = parsed.data
  return { activity: answeredHere }
}
