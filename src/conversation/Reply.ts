import { z } from 'zod'
import { audience } from '../knowledge/records/audience.js'

/** A service as a reply offers it. */
export const offeredService = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().optional(),
    text: z.string().optional(),
    email: z.string().optional(),
    url: z.string().optional(),
    group: z
      .string()
      .optional()
      .meta({ description: 'The same for services offered as equals, such as two councils while the place is not known' }),
    open: z.enum(['open', 'closed', 'unknown']),
    opensAt: z.string().optional(),
    closesAt: z.string().optional()
  })
  .meta({ id: 'OfferedService' })
export type OfferedService = z.infer<typeof offeredService>

const contactLine = z.strictObject({
  kind: z.enum(['phone', 'text', 'email', 'web', 'form', 'chat', 'video']),
  value: z.string(),
  label: z.string().optional(),
  note: z.string().optional(),
  open: z.enum(['open', 'closed', 'unknown']).optional(),
  opensAt: z.string().optional(),
  closesAt: z.string().optional()
})
export type ContactLine = z.infer<typeof contactLine>

/** A service as a part of a reply. */
export const servicePart = z.strictObject({
  type: z.literal('service'),
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  contacts: z.array(contactLine),
  open: z.enum(['open', 'closed', 'unknown']),
  hours: z.string(),
  cost: z.string().optional(),
  anonymity: z.string().optional(),
  expect: z.string().optional(),
  confirm: z.string().optional(),
  group: z.string().optional()
})

/** A piece of a reply; a renderer knows these and no topic. */
export const part = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: z.string(), role: z.enum(['answer', 'lead', 'question', 'note', 'standing']) }),
    z.strictObject({ type: z.literal('emergency'), heading: z.string(), steps: z.array(z.string()) }),
    servicePart,
    z.strictObject({ type: z.literal('list'), title: z.string(), items: z.array(z.string()), role: z.enum(['signs', 'do', 'do-not']) }),
    z.strictObject({
      type: z.literal('choices'),
      role: z
        .enum(['answer', 'next'])
        .optional()
        .meta({ description: 'next: questions that may follow, whatever was said; otherwise answers to what the reply asks' }),
      choices: z.array(z.strictObject({ label: z.string(), utterance: z.string() }))
    }),
    z.strictObject({ type: z.literal('source'), title: z.string(), date: z.string(), url: z.string().optional() })
  ])
  .meta({ id: 'Part' })
export type Part = z.infer<typeof part>

export const replyKind = z.enum([
  'emergency',
  'check',
  'signpost',
  'signs',
  'advice',
  'fact',
  'clarify',
  'refusal',
  'courtesy',
  'notUnderstood'
])
export type ReplyKind = z.infer<typeof replyKind>

/** What the person gets: the same for every channel. */
export const reply = z
  .strictObject({
    kind: replyKind,
    text: z.string().meta({ description: 'The whole reply as plain text' }),
    services: z.array(offeredService),
    topic: z.string().optional(),
    ask: z.string().optional(),
    audience: audience.optional(),
    locality: z.string().optional(),
    understood: z
      .strictObject({ place: z.string().optional(), topic: z.string().optional() })
      .optional()
      .meta({ description: 'The names of the place and the topic that the reply goes by, as the knowledge has them' }),
    sources: z.array(z.strictObject({ title: z.string(), date: z.string(), url: z.string().optional() })),
    parts: z.array(part)
  })
  .meta({ id: 'Reply' })
export type Reply = z.infer<typeof reply>
