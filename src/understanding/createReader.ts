import type { Answer } from '../knowledge/records/answer.js'
import type { Localities } from '../knowledge/records/locality.js'
import type { Service } from '../knowledge/records/service.js'
import type { Settings } from '../knowledge/records/settings.js'
import type { Topic } from '../knowledge/records/topic.js'
import { headOf, readThin, type Head, type ThinModel } from '../language/thinModel.js'
import type { Repair } from '../language/createRepair.js'
import type { Normalise } from '../language/normalise.js'
import { PhraseIndex } from '../language/phraseIndex.js'
import { createFindAudience, type AudienceRule } from './createFindAudience.js'
import { createFindLocality, type FindLocality, type PlaceWords } from './createFindLocality.js'
import { createFindNumber } from './createFindNumber.js'
import { createFindService, type NameWords } from './createFindService.js'
import { createMatchAnswers } from './createMatchAnswers.js'
import type { Reading, Share } from './Reading.js'
import { shares } from './shares.js'

export interface ReaderParts {
  readonly normalise: Normalise
  readonly services: ReadonlyMap<string, Service>
  readonly topics: ReadonlyMap<string, Topic>
  readonly answers: ReadonlyMap<string, Answer>
  readonly localities: ReadonlyMap<string, Localities>
  readonly audiences: Readonly<Record<string, AudienceRule>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly places: PlaceWords
  readonly names: NameWords
  /** Words that people use; never taken for a misspelt name. */
  readonly vocabulary: ReadonlySet<string>
  /** Mends slips of the finger before the classifiers read; names are looked for in what was typed. */
  readonly repair: Repair
  readonly settings: Settings['understanding']
  /** Heads: ask, topic, audience. */
  readonly intent: ThinModel
  /** Head: answer. */
  readonly answer: ThinModel
}

export interface Reader {
  /** Reads one utterance. `placeAwaited`: the turn before asked where the child lives. Pure and total. */
  read(utterance: string, words: readonly string[], placeAwaited: boolean): Reading
  readonly places: FindLocality
}

/** Makes the reader: ask, topic, audience, place, service, number and known questions of an utterance. */
export function createReader(parts: ReaderParts): Reader {
  const { normalise, settings } = parts
  const places = createFindLocality(parts.localities, normalise, parts.places, parts.vocabulary)
  const findService = createFindService(parts.services, normalise, parts.names, parts.vocabulary)
  const findNumber = createFindNumber(parts.services)
  const findAudience = createFindAudience(parts.audiences, parts.lists, settings.leastShare.audience)
  const topicNames = indexTopics(parts.topics, normalise)
  const matchAnswers = createMatchAnswers(
    parts.answer,
    [...parts.answers].map(([id, { questions, says, since = '' }]) => ({
      id,
      questions: questions.map(normalise),
      says: normalise(`${says.public} ${since}`)
    }))
  )
  const [ask, topic, speaker] = ['ask', 'topic', 'audience'].map((name) => headOf(parts.intent, name)) as [Head, Head, Head]
  return {
    places,
    read: (utterance, words, placeAwaited) => {
      const meant = parts.repair(words)
      const { margins, familiar } = readThin(parts.intent, meant)
      const audience = findAudience(meant, shares(speaker, margins, settings.sharpness.audience))
      const asks = shares(ask, margins, settings.sharpness.ask)
      const namedTopic = topicNames.get(meant)
      const mentionedTopic = meant.length > longestMention ? undefined : topicNames.find(meant)[0]?.value
      const place = places.find(words, meant, utterance, placeAwaited)
      const service = findService(words, meant)
      const contact = findNumber(utterance)
      return {
        words,
        familiar,
        asks,
        topics: shares(topic, margins, settings.sharpness.topic, { none: settings.noTopic }),
        answers: matchAnswers(meant, isQuestion(asks[0], settings)),
        ...(audience !== undefined && { audience }),
        ...(namedTopic !== undefined && { namedTopic }),
        ...(mentionedTopic !== undefined && { mentionedTopic }),
        ...(place !== undefined && { place }),
        ...(service !== undefined && { service }),
        ...(contact !== undefined && { contact })
      }
    }
  }
}

const isQuestion = (ask: Share | undefined, { leastShare, sameQuestion }: Settings['understanding']): boolean =>
  ask !== undefined && ask.share >= leastShare.ask && (ask.id === 'fact' || sameQuestion.questions.includes(ask.id))

/** Up to this many words a topic's name is taken for what the message is about. */
const longestMention = 10

function indexTopics(topics: ReadonlyMap<string, Topic>, normalise: Normalise): PhraseIndex<string> {
  const index = new PhraseIndex<string>()
  for (const [id, { name }] of topics) index.add(normalise(name), id)
  for (const [id, { aliases }] of topics) for (const form of [...aliases, id.replaceAll('-', ' ')]) index.add(normalise(form), id)
  return index
}
