import { z } from 'zod'
import { perAudience, texts } from './audience.js'
import { sources } from './source.js'

/** A service's id, or `area:role`: whoever has that role in the council area where the child lives. */
const serviceRefs = z.array(z.string())

const steps = z.strictObject({ do: z.array(z.string()), doNot: z.array(z.string()).default([]) })

/** What a worry or a question is about, and what we say to it. */
export const topic = z.strictObject({
  /** On a button, as a person would say it: "Somebody online is grooming a child". At most 60 characters. */
  name: z.string().max(60),
  /** Other short names, typed alone: "grooming", "sextortion". */
  aliases: z.array(z.string()).default([]),
  kind: z.enum(['concern', 'information']),
  /** What it is, in our words, with its date where it comes from an article. */
  definition: texts.optional(),
  /** One or two sentences that stand before the contacts. */
  lead: perAudience(z.string()),
  /** Whom to turn to, in order. */
  services: perAudience(serviceRefs),
  /** The order while the place is not known, where a council has to be found first. */
  servicesWithoutPlace: serviceRefs.optional(),
  /** Asks that mean another one in talk about this topic: "get it deleted" about a picture is no question about our data. */
  readAs: z.record(z.string(), z.string()).default({}),
  /** Another order for one ask, e.g. signs. */
  servicesForAsk: z.record(z.string(), serviceRefs).default({}),
  whatToDo: perAudience(steps).optional(),
  whatHappensNext: texts.optional(),
  /** Whose home decides the council. */
  placeOf: z.enum(['child', 'adult']).default('child'),
  /** The list of signs that belongs to it. */
  signs: z.string().optional(),
  sources
})
export type Topic = z.infer<typeof topic>
