import { z } from 'zod'

/** Who speaks. The ids are also the file names of intents/audiences. */
export const audience = z.enum(['public', 'child', 'parent-or-carer', 'professional', 'service-worker', 'worried-about-self'])
export type Audience = z.infer<typeof audience>

/** A value for the public, with others for the audiences that need their own words. */
export const perAudience = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    public: value,
    child: value.optional(),
    'parent-or-carer': value.optional(),
    professional: value.optional(),
    'service-worker': value.optional(),
    'worried-about-self': value.optional()
  })

/** The value for an audience, or the public's where it has none of its own. */
export const forAudience = <T>(
  values: { readonly public: T } & Partial<Readonly<Record<Audience, T | undefined>>>,
  audience: Audience
): T => values[audience] ?? values.public

/** A text for everybody, or one for the public with others for those who need their own. */
export const texts = z.union([z.string(), perAudience(z.string())])
export type Texts = z.infer<typeof texts>

/** The text for an audience. */
export const textFor = (value: Texts, audience: Audience): string => (typeof value === 'string' ? value : forAudience(value, audience))
