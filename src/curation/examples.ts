import { createHash } from 'node:crypto'
import type { Intents } from '../knowledge/loadIntents.js'
import type { Knowledge } from '../knowledge/loadKnowledge.js'
import type { Audience } from '../knowledge/records/audience.js'
import type { Normalise } from '../language/normalise.js'
import { unknownAnswer } from '../understanding/createMatchAnswers.js'

/** An utterance for triage: its danger, or `undefined` where nobody is in danger now; a near miss has its kind. */
export interface DangerExample {
  readonly words: readonly string[]
  readonly danger: string | undefined
  readonly nearMiss?: string
  readonly smallTalk?: true
  readonly voice: string
}

/** An utterance for understanding. `undefined` says nothing about that label. */
export interface IntentExample {
  readonly words: readonly string[]
  readonly ask: string | undefined
  readonly topic: string | undefined
  readonly audience: Audience | undefined
  readonly voice: string
}

/** A question with the answer that it asks for; `unknownAnswer` where the articles do not hold it. */
export interface AnswerExample {
  readonly words: readonly string[]
  readonly answer: string
}

type ByVoice = Readonly<Record<string, readonly string[]>>
type ByVoiceAndAudience = Readonly<Record<string, Partial<Record<Audience, readonly string[]>>>>

/** How many of each kind of everyday near miss also teach "something else", so that they do not drown the rest. */
const mostNearMisses = 250

/** Dangers against near misses and everything else that people say. */
export function dangerExamples(intents: Intents, normalise: Normalise): DangerExample[] {
  const flat = (examples: ByVoice, kind: Omit<DangerExample, 'words' | 'voice'>): DangerExample[] =>
    Object.entries(examples).flatMap(([voice, says]) => says.map((s) => ({ words: normalise(s), ...kind, voice })))
  return [
    ...[...intents.dangers].flatMap(([id, { examples }]) => flat(examples, { danger: id })),
    ...[...intents.nearMisses].flatMap(([id, { examples, smallTalk }]) =>
      flat(examples, { danger: undefined, nearMiss: id, ...(smallTalk && { smallTalk }) })
    ),
    ...spoken(intents, normalise).map(({ words, voice }) => ({ words, danger: undefined, voice }))
  ]
}

/** SHA-256 over the examples of dangers and near misses: what the net of triage must have been trained on. */
export function digestExamples({ dangers, nearMisses }: Intents): string {
  const examples = [dangers, nearMisses].map((folder) => [...folder].map(([id, { examples: byVoice }]) => [id, byVoice]))
  return createHash('sha256').update(JSON.stringify(examples)).digest('hex')
}

/** Every utterance with its ask, topic and audience; the known questions of the answers; near misses that are about something else. */
export function intentExamples(intents: Intents, knowledge: Knowledge, normalise: Normalise): IntentExample[] {
  const questions = [...knowledge.facts, ...knowledge.guidance].flatMap(([id, { questions: says, topic, ask }]): IntentExample[] =>
    says.map((s) => ({
      words: normalise(s),
      ask: knowledge.facts.has(id) ? ask : undefined,
      topic: informationOnly(topic, knowledge),
      audience: undefined,
      voice: 'knowledge'
    }))
  )
  const elsewhere = [...intents.nearMisses.values()].flatMap(({ outOfScope, examples }): IntentExample[] =>
    (outOfScope ? Object.entries(examples).flatMap(([voice, says]) => says.map((s) => ({ s, voice }))) : [])
      .filter((_, i, all) => i % Math.ceil(all.length / mostNearMisses) === 0)
      .map(({ s, voice }) => ({ words: normalise(s), ask: 'out-of-scope', topic: 'none', audience: undefined, voice }))
  )
  return [...spoken(intents, normalise), ...questions, ...elsewhere]
}

/** Known questions and the words of the answers themselves, and questions that no article answers. */
export function answerExamples(intents: Intents, knowledge: Knowledge, normalise: Normalise): AnswerExample[] {
  const known = [...knowledge.facts, ...knowledge.guidance].flatMap(([id, { questions, says }]) =>
    [...questions, says.public].map((text) => ({ words: normalise(text), answer: id }))
  )
  const unknown = [...intents.topics].flatMap(([topic, { notInArticles }]) =>
    Object.values(notInArticles)
      .flat()
      .map((text) => ({ words: normalise(text), answer: `${unknownAnswer}${topic}` }))
  )
  return [...known, ...unknown]
}

/** What articles say of a concern is asked in general words ("what are the signs"): only topics of information learn from their questions. */
const informationOnly = (topic: string | undefined, { topics }: Knowledge): string | undefined =>
  topic !== undefined && topics.get(topic)?.kind === 'information' ? topic : undefined

function spoken({ asks, topics }: Intents, normalise: Normalise): IntentExample[] {
  const flat = (examples: ByVoiceAndAudience, ask: string, topic: string | undefined): IntentExample[] =>
    Object.entries(examples).flatMap(([voice, byAudience]) =>
      Object.entries(byAudience).flatMap(([audience, says]) =>
        says.map((s) => ({ words: normalise(s), ask, topic, audience: audience as Audience, voice }))
      )
    )
  return [
    ...[...asks].flatMap(([ask, { examples, followUps }]) => [...flat(examples, ask, 'none'), ...flat(followUps, ask, undefined)]),
    ...[...topics].flatMap(([topic, { examples, notInArticles }]) => [
      ...Object.entries(examples).flatMap(([ask, says]) => flat(says, ask, topic)),
      ...Object.entries(notInArticles).flatMap(([voice, says]): IntentExample[] =>
        says.map((s) => ({ words: normalise(s), ask: 'fact', topic, audience: undefined, voice }))
      )
    ])
  ]
}
