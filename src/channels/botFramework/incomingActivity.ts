import { z } from 'zod'

const id = z.string().min(1).max(1_000)
const account = z.object({ id, name: z.string().optional(), role: z.string().min(1).optional(), aadObjectId: z.string().optional() })

/**
 * The fields of an activity that we rely on, or that an answer must carry back (Bot Framework Activity schema). The SDKs
 * check little of it, or fail with a stack, so they get no more than this; what is left out without harm is filled in.
 */
export const incomingActivity = z.object({
  type: z.string().min(1).max(100),
  id: id.optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().min(1).max(100).optional(),
  deliveryMode: z.enum(['normal', 'notification', 'ephemeral', 'expectReplies']).optional(),
  serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
  channelId: z
    .string()
    .max(100)
    .regex(/^[^:]+(?::[^:]+)?$/)
    .default('unknown'),
  conversation: z.object({
    id,
    name: z.string().optional(),
    isGroup: z.boolean().optional(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional()
  }),
  from: account.default({ id: 'person' }),
  recipient: account.default({ id: 'signpost' }),
  membersAdded: z.array(account).optional(),
  attachments: z.array(z.object({ contentType: z.string().default('') })).optional()
})
export type IncomingActivity = z.infer<typeof incomingActivity>
