import { z } from 'zod'

const id = z.string().min(1).max(1_000)

/** One SDK writes it into a path as it is. */
const idInPath = id.refine((value) => !/[?#\\]/.test(value) && !value.split('/').includes('..'))

const account = (usual: string) => z.object({ id: id.default(usual), name: z.string().optional(), aadObjectId: z.string().optional() })

/**
 * The fields of an activity that we rely on, or that an answer must carry back (Bot Framework Activity schema). The SDKs
 * check little of it, or fail with a stack, so they get no more than this. A danger must not be refused for a field that does
 * not matter: what is null or empty counts as left out, and what may be left out is filled in.
 */
export const incomingActivity = z.preprocess(
  (body) => withoutNothings(body, 3),
  z.object({
    type: z.string().max(100),
    id: id.optional(),
    text: z.string().optional(),
    value: z.unknown().optional(),
    locale: z.string().max(100).optional(),
    deliveryMode: z
      .string()
      .optional()
      .transform((mode) => (mode === 'expectReplies' ? mode : undefined)),
    serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
    channelId: z
      .string()
      .max(100)
      .regex(/^[^:/]+(?::[^:/]+)?$/)
      .default('unknown'),
    conversation: z.object({
      id: idInPath,
      name: z.string().optional(),
      isGroup: z.boolean().optional(),
      conversationType: z.string().optional(),
      tenantId: z.string().optional()
    }),
    from: account('person').default({ id: 'person' }),
    recipient: account('signpost').default({ id: 'signpost' }),
    membersAdded: z.array(account('person')).optional(),
    attachments: z.array(z.object({ contentType: z.string().default('application/octet-stream') })).optional()
  })
)
export type IncomingActivity = z.infer<typeof incomingActivity>

/** The same without fields that are null or empty words, to any depth that matters here. */
function withoutNothings(value: unknown, depth: number): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => withoutNothings(item, depth - 1))
  const told = Object.entries(value).filter(([, field]) => field !== null && field !== '')
  return Object.fromEntries(told.map(([name, field]) => [name, withoutNothings(field, depth - 1)]))
}
