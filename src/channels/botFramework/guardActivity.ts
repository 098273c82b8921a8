import { z } from 'zod'
import { fieldOf } from '../../knowledge/fieldOf.js'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** The fields of an activity that we rely on; the SDK itself does not check them. */
const activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  deliveryMode: z.string().optional(),
  serviceUrl: z.url().optional(),
  channelId: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }),
  from: z.looseObject({ id: z.string() }).optional(),
  recipient: z.looseObject({ id: z.string() }).optional()
})

export interface Refusal {
  readonly status: 400 | 403
  readonly field: string
  readonly error: string
}

/**
 * Looks at an activity before the SDK does. Anonymous callers get answers only in the response itself (expectReplies)
 * or at a loopback address: answering wherever they say would let them make this server call others.
 */
export function guardActivity(body: unknown, anonymous: boolean): Refusal | undefined {
  const parsed = activity.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { status: 400, field: fieldOf(issue?.path), error: issue?.message ?? '' }
  }
  const { deliveryMode, serviceUrl } = parsed.data
  if (!anonymous || deliveryMode === 'expectReplies') return undefined
  if (serviceUrl !== undefined && loopback.has(new URL(serviceUrl).hostname)) return undefined
  return { status: 403, field: 'serviceUrl', error: 'use deliveryMode expectReplies, or a loopback serviceUrl' }
}
