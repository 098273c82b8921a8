import type { Settings } from '../knowledge/records/settings.js'
import type { Normalise } from '../language/normalise.js'
import type { AssessDanger } from '../triage/createTriage.js'
import type { Verdict } from '../triage/Verdict.js'
import type { FindLanguage } from '../understanding/createFindLanguage.js'
import type { Reader } from '../understanding/createReader.js'
import type { Reading, Share } from '../understanding/Reading.js'
import type { Context, Draft, Voice } from './Context.js'
import type { ReadTapped } from './createReadTapped.js'
import { decide } from './decide.js'
import { text } from './parts.js'
import { renderText } from './renderText.js'
import { topicServices } from './topicServices.js'
import type { Part, Reply } from './Reply.js'
import type { State, Turn } from './State.js'
import { understood } from './understood.js'
import { withCheck } from './withCheck.js'
import { withNext } from './withNext.js'

/** The product: a turn and what is remembered give a reply and what to remember. Pure and total. */
export type Respond = (turn: Turn, state: State) => { reply: Reply; state: State }

export interface RespondParts extends Voice {
  readonly normalise: Normalise
  readonly assessDanger: AssessDanger
  readonly reader: Reader
  readonly readTapped: ReadTapped
  readonly findLanguage: FindLanguage
}

/** Makes `respond` from triage, understanding and what we say. */
export function createRespond(parts: RespondParts): Respond {
  return (turn, remembered) => {
    const state = known(remembered, parts)
    const context = understand(parts, turn, state)
    const draft = withNext(withCheck(decide(context), context), context)
    return { reply: compose(draft, context), state: remember(draft, context) }
  }
}

/** Ids that the knowledge does not have are dropped, not trusted. */
function known(state: State, { knowledge, answers, reader }: RespondParts): State {
  const { locality, topic, service, answer, ...rest } = state
  return {
    ...rest,
    ...(locality !== undefined && reader.places.byId(locality) !== undefined && { locality }),
    ...(topic !== undefined && knowledge.topics.has(topic) && { topic }),
    ...(service !== undefined && knowledge.services.has(service) && { service }),
    ...(answer !== undefined && answers.has(answer) && { answer })
  }
}

function understand(parts: RespondParts, turn: Turn, state: State): Context {
  const words = parts.normalise(turn.utterance)
  const reading =
    parts.readTapped(words, parts.knowledge.topics.get(state.topic ?? '')) ??
    parts.reader.read(turn.utterance, words, state.awaiting === 'place')
  const { leastShare } = parts.settings.understanding
  const least = state.topic !== undefined && words.length <= brief ? changeOfTopic : leastShare.topic
  const likely =
    reading.namedTopic !== undefined
      ? 'who-to-call'
      : (askOf(reading.asks, parts.settings.understanding) ?? askedOutright(words, parts.hints))
  const place = reading.place ?? (state.locality === undefined ? undefined : parts.reader.places.byId(state.locality))
  const audience = reading.audience ?? state.audience ?? 'public'
  const door = (id: string): string | undefined => topicServices(parts.knowledge.topics.get(id), audience)[0]
  const verdict = parts.assessDanger(words)
  const read = reading.namedTopic ?? topicOf(reading, least, door) ?? topicOfCheck(verdict)
  const topicId = read ?? (leansOnTalk(words, likely) ? state.topic : undefined)
  const topic = topicId === undefined ? undefined : parts.knowledge.topics.get(topicId)
  const ask = topic?.readAs[likely ?? ''] ?? likely
  return {
    ...parts,
    turn,
    state,
    reading,
    verdict,
    audience,
    place,
    ask,
    topicId,
    topic,
    topicIsNew: read !== undefined,
    language: parts.findLanguage(turn.utterance, words),
    offer: (refs, most) => parts.makeOffer(refs, { place, audience, at: turn.at, ...(most !== undefined && { most }) })
  }
}

const likeliest = ([best]: readonly Share[], least: number): string | undefined =>
  best !== undefined && best.share >= least ? best.id : undefined

/** The question that we are here for, where the classifier is in doubt. */
const askedOutright = (words: readonly string[], hints: Voice['hints']): string | undefined =>
  hints('whom', words) || hints('worry', words) ? 'who-to-call' : undefined

/** What is wanted; a refusal needs more certainty than anything else. */
function askOf(asks: readonly Share[], { leastShare, refusal }: Settings['understanding']): string | undefined {
  const ask = likeliest(asks, leastShare.ask)
  return ask === 'harmful-request' && (asks[0]?.share ?? 0) < refusal ? undefined : ask
}

/** In a message of so few words a topic that was not named must be this likely to take the place of the one talked about. */
const [brief, changeOfTopic] = [6, 0.95]

/** The topic that the words lean to; a topic that is mentioned by name wins over a doubtful one. Topics that lead to the same door need not be told apart. */
function topicOf({ topics, mentionedTopic }: Reading, least: number, door: (topic: string) => string | undefined): string | undefined {
  const [best] = topics
  if (mentionedTopic !== undefined && (best === undefined || best.share < 0.5 || best.id === 'none')) return mentionedTopic
  if (best === undefined || best.id === 'none') return undefined
  const sameDoor = topics.filter(({ id }) => id === best.id || (door(best.id) !== undefined && door(id) === door(best.id)))
  return sameDoor.reduce((sum, { share }) => sum + share, 0) < least ? undefined : best.id
}

/** What a rule asks about is what the message is about, where nothing else was read of it: nobody who speaks of dying is told that we do not understand. */
const topicOfCheck = ({ level, topic, causes }: Verdict): string | undefined =>
  level === 'check' && causes.some(({ by }) => by === 'rule') ? topic : undefined

/** A short message, or one that asks about what was said, goes on with its topic. */
const leansOnTalk = (words: readonly string[], ask: string | undefined): boolean => words.length <= 10 || ask !== 'who-to-call'

function compose(draft: Draft, context: Context): Reply {
  const { say, audience, reading, place } = context
  const names = understood(draft, context)
  const ending = draft.withoutStandingLine === true ? [] : [text('standing', say('standing.line', audience))]
  const sources = draft.parts.filter((part) => part.type === 'source')
  const parts: Part[] = [...draft.parts.filter((part) => part.type !== 'source'), ...ending, ...sources]
  return {
    kind: draft.kind,
    text: renderText(parts, say),
    services: [...(draft.offer?.services ?? [])],
    ...(draft.topic !== undefined && { topic: draft.topic }),
    ...(draft.ask !== undefined && { ask: draft.ask }),
    ...((reading.audience !== undefined || audience !== 'public') && { audience }),
    ...(place !== undefined && { locality: place.id }),
    ...(names !== undefined && { understood: names }),
    sources: sources.map(({ title, date, url }) => ({ title, date, ...(url !== undefined && { url }) })),
    parts
  }
}

function remember(draft: Draft, { state, place, audience, reading }: Context): State {
  const topic = draft.topic ?? state.topic
  const ask = draft.ask ?? state.ask
  const service = reading.service ?? (draft.topic === state.topic ? state.service : undefined)
  return {
    ...(place !== undefined && { locality: place.id }),
    ...(audience !== 'public' && { audience }),
    ...(topic !== undefined && { topic }),
    ...(ask !== undefined && { ask }),
    ...(service !== undefined && { service }),
    ...draft.remember
  }
}
