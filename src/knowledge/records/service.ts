import { z } from 'zod'
import { schedule } from './schedule.js'
import { sources } from './source.js'

/** current: may be given. unverified: show the organisation's page, never the number. superseded and elsewhere: known, never offered. */
export const status = z.enum(['current', 'unverified', 'superseded', 'elsewhere'])
export type Status = z.infer<typeof status>

const common = {
  label: z.string().optional(),
  cost: z.string().optional(),
  status: status.optional(),
  schedule: schedule.optional(),
  /** Only to be shown with the words that it should be confirmed on this page, which stands beside it. */
  confirmOn: z.url().optional(),
  note: z.string().optional()
}

/** One way to reach a service. */
export const contactPoint = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('phone'), number: z.string(), ...common }),
  z.strictObject({ kind: z.literal('text'), number: z.string(), ...common }),
  z.strictObject({ kind: z.literal('email'), address: z.string(), ...common }),
  z.strictObject({ kind: z.enum(['web', 'form', 'chat', 'video']), url: z.string(), ...common })
])
export type ContactPoint = z.infer<typeof contactPoint>

/** Whom a service is for. */
export const servedAudience = z.enum(['anyone', 'child', 'parent-or-carer', 'professional', 'survivor', 'worried-about-self', 'adult'])

/** Something that a person can turn to, in the terms of Open Referral (HSDS). */
export const service = z.strictObject({
  name: z.string(),
  organisation: z.string(),
  summary: z.string(),
  /** What people call it; matched without regard to case. */
  aliases: z.array(z.string()).default([]),
  /** Names that are also everyday words: they count only beside words such as "the" or "number", or alone. */
  everydayNames: z.array(z.string()).default([]),
  audience: z.array(servedAudience).min(1),
  /** Of knowledge/regions.yaml. */
  serviceArea: z.array(z.string()).min(1),
  status,
  supersededBy: z.array(z.string()).default([]),
  contactPoints: z.array(contactPoint).default([]),
  schedule: schedule.default('unknown'),
  hoursNote: z.string().optional(),
  cost: z.string().optional(),
  anonymity: z.strictObject({
    kind: z.enum(['anonymous', 'confidential', 'not-anonymous', 'unknown']),
    says: z.string().optional()
  }),
  eligibility: z.string().optional(),
  languages: z.array(z.string()).default([]),
  notFor: z.array(z.string()).default([]),
  /** Who answers and what happens next, in a sentence or two of ours. */
  expect: z.string().optional(),
  /** What a person is told who asks about it when it may not be given. */
  whyNotGiven: z.string().optional(),
  /** Articles that print it. */
  printedIn: z.array(z.string()).default([]),
  checked: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as "2026-11-21", in quotes'),
  /** Days until it is to be checked again, where it needs another interval than its like (knowledge/upkeep.yaml). */
  recheckDays: z.int().positive().optional(),
  sources
})
export type Service = z.infer<typeof service>
