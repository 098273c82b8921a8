import { z } from 'zod'

const spacing = z.enum(['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding'])

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.literal(true),
  weight: z.enum(['default', 'lighter', 'bolder']).optional(),
  isSubtle: z.boolean().optional(),
  spacing: spacing.optional(),
  style: z.enum(['default', 'heading']).optional()
})

const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().min(1), url: z.url() })

/** Teams sends `text` back as the person's message and shows `displayText`; other clients send the whole of `data`. */
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string().min(1),
  data: z.strictObject({
    utterance: z.string(),
    msteams: z.strictObject({ type: z.literal('messageBack'), text: z.string(), displayText: z.string() })
  })
})

const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z
    .array(z.discriminatedUnion('type', [openUrl, submit]))
    .min(1)
    .max(5)
})

const container = z.strictObject({
  type: z.literal('Container'),
  items: z.array(z.discriminatedUnion('type', [textBlock, actionSet])).min(1),
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
  separator: z.boolean().optional(),
  spacing: spacing.optional()
})

/** What we use of an Adaptive Card 1.5, as strict as its published schema (microsoft/AdaptiveCards, schemas/1.5.0), which allows no other field. */
export const adaptiveCard = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  fallbackText: z.string().min(1),
  body: z.array(container).min(1)
})
export type AdaptiveCard = z.infer<typeof adaptiveCard>
export type CardContainer = z.infer<typeof container>
export type CardAction = z.infer<typeof openUrl> | z.infer<typeof submit>
