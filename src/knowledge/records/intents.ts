import { z } from 'zod'
import { audience } from './audience.js'
import { source } from './source.js'

/** Utterances by the voice that wrote them, so that a whole voice can be left out of training when we validate. */
const byVoice = z.record(z.string(), z.array(z.string()).min(1))

/** What a person types, by voice, then by whom the words are spoken. */
const byVoiceAndAudience = z.record(z.string(), z.partialRecord(audience, z.array(z.string()).min(1)))

const phrases = z.array(z.string()).default([])

/** A situation that means: act now. */
export const danger = z.strictObject({
  name: z.string(),
  /** Which first words fit: police, ambulance, hiding, or missing. */
  response: z.enum(['police', 'ambulance', 'hiding', 'missing', 'self']),
  /** Who helps after 999, by topic. */
  topic: z.string().optional(),
  why: z.string(),
  source,
  /** Whole-word patterns; see README, "Patterns". */
  phrases,
  /** Patterns that lead to the question whether somebody is in danger now, not straight to 999. */
  checkPhrases: phrases,
  /** Patterns that hide only their own words from the phrases. */
  nearMisses: phrases,
  examples: byVoice
})
export type Danger = z.infer<typeof danger>

/** Talk that sounds like danger and is none. */
export const nearMiss = z.strictObject({
  why: z.string(),
  outOfScope: z.boolean().default(false),
  /** Changes nothing in what it stands before or after: triage is trained on other messages with it around them. */
  smallTalk: z.boolean().default(false),
  examples: byVoice
})
export type NearMiss = z.infer<typeof nearMiss>

/** What is wanted. Utterances about no topic in particular live here. */
export const ask = z.strictObject({
  name: z.string(),
  why: z.string(),
  examples: byVoiceAndAudience,
  /** Words that lean on the turn before. */
  followUps: byVoiceAndAudience.default({})
})
export type Ask = z.infer<typeof ask>

/** What it is about: utterances by ask. */
export const topicIntent = z.strictObject({
  why: z.string(),
  examples: z.record(z.string(), byVoiceAndAudience),
  /** Questions about the topic whose answer the articles do not hold. */
  notInArticles: byVoice.default({})
})
export type TopicIntent = z.infer<typeof topicIntent>

/** Who speaks: the words that show it, and those that only seem to. */
export const audienceIntent = z.strictObject({ name: z.string(), why: z.string(), phrases, nearMisses: phrases })
export type AudienceIntent = z.infer<typeof audienceIntent>

/** Small cues that are neither ask nor topic: yes, no, deaf, prying ... */
export const hint = z.strictObject({ why: z.string(), phrases, nearMisses: phrases })
export type Hint = z.infer<typeof hint>
