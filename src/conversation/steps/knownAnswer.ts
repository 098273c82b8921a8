import { forAudience } from '../../knowledge/records/audience.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import type { Settings } from '../../knowledge/records/settings.js'
import type { Answer } from '../../knowledge/records/answer.js'
import type { Context, Draft, Step } from '../Context.js'
import type { Reading } from '../../understanding/Reading.js'
import { unknownAnswer } from '../../understanding/createMatchAnswers.js'
import { signsParts, sourceParts, text } from '../parts.js'
import type { ReplyId } from '../replyIds.js'
import { topicServices } from '../topicServices.js'

/** A question that we know, a fact of an article or guidance, asked in these or other words; or one that no article answers. */
export const knownAnswer: Step = (context) => {
  const id = inSeries(context) ?? nearest(context)
  if (id?.startsWith(unknownAnswer) === true) return notKnown(context)
  const answer = id === undefined ? undefined : context.answers.get(id)
  return id === undefined || answer === undefined ? undefined : answerDraft(context, id, answer, doubt(context, id, answer))
}

/** A question about the articles that no record answers. */
export const notInTheArticles: Step = (context) => (context.ask === 'fact' ? notKnown(context) : undefined)

/** We do not know, and say so; what stands nearest in the articles may still help. */
function notKnown(context: Context): Draft {
  const { ask, say, audience, topicId, topic, offer, reading, answers } = context
  const near = reading.answers.find(
    ({ id, nearness }) => context.knowledge.facts.has(id) && nearness >= context.settings.understanding.sameQuestion.nearest
  )
  const answer = near === undefined ? undefined : answers.get(near.id)
  if (near !== undefined && answer !== undefined) return answerDraft(context, near.id, answer, 'answers.not-known-nearest')
  const offered = offer(
    topicServices(topic, audience).filter((ref) => !ref.startsWith('area:')),
    1
  )
  return {
    kind: 'fact',
    ask,
    topic: topicId,
    parts: [text('answer', say('answers.not-in-articles', audience)), ...offered.parts],
    offer: offered
  }
}

/** What is said before an answer that may not be what was asked: it is of years ago, or it speaks of too little of the question. */
function doubt({ hints, reading, ask, settings }: Context, id: string, answer: Answer): ReplyId | undefined {
  const ofArticle = answer.sources.some((source) => 'article' in source)
  if (ask !== 'fact' || !ofArticle) return undefined
  if (hints('today', reading.words)) return 'answers.not-today'
  const covered = reading.answers.find((match) => match.id === id)?.covered ?? 1
  return covered < settings.understanding.sameQuestion.covered ? 'answers.not-known-nearest' : undefined
}

function answerDraft(context: Context, id: string, answer: Answer, doubted: ReplyId | undefined): Draft {
  const { audience, knowledge, say } = context
  const refs = forSpeaker(context, id, answer)
  const offered = context.offer(refs, 2)
  const says = forAudience(answer.says, audience)
  return {
    kind: 'fact',
    topic: answer.topic ?? context.topicId,
    ask: answer.ask ?? context.ask,
    parts: [
      ...(doubted === undefined ? [] : [text('lead', say(doubted, audience))]),
      text('answer', says),
      ...(answer.since === undefined ? [] : [text('note', answer.since)]),
      ...offered.parts,
      ...signsParts(answer.signs, knowledge),
      ...sourceParts(answer.sources, { knowledge, say })
    ],
    offer: offered,
    remember: { answer: id }
  }
}

/** The services of the answer, or of its topic; a child, or somebody worried about themselves, has their own first contact before those of guidance. */
function forSpeaker({ audience, topic, knowledge }: Context, id: string, answer: Answer): readonly string[] {
  const ofTopic = answer.topic === undefined ? topic : knowledge.topics.get(answer.topic)
  const refs = answer.services ?? topicServices(ofTopic, audience)
  const own =
    knowledge.facts.has(id) || (audience !== 'child' && audience !== 'worried-about-self')
      ? []
      : (knowledge.firstContacts.general[audience] ?? []).slice(0, 1)
  return [...own, ...refs]
}

/** The likeliest answer, if it is near enough for what seems to be asked. */
function nearest({ answers, reading, topicId, settings, ask, knowledge }: Context): string | undefined {
  if (reading.namedTopic !== undefined) return undefined
  const least = settings.understanding.sameQuestion
  const likeliest = reading.answers
    .map(({ id, nearness }) => ({
      id,
      nearness: nearness + kinship(id, answers.get(id), topicId, ask, least.kin) - strangeness(answers.get(id), reading)
    }))
    .sort((a, b) => b.nearness - a.nearness)[0]
  if (likeliest === undefined) return undefined
  return likeliest.nearness >= needed(likeliest.id, ask, knowledge, least) ? likeliest.id : undefined
}

/** The least nearness of a record for what seems to be asked. What an article says of a team or a figure is no answer to "what do I do". */
function needed(id: string, ask: string | undefined, { facts }: Knowledge, least: SameQuestion): number {
  if (ask === 'fact') return least.fact
  const asksFor = ask !== undefined && least.questions.includes(ask) && (ask === 'what-is' || !facts.has(id))
  return asksFor ? least.question : least.worry
}

type SameQuestion = Settings['understanding']['sameQuestion']

/** An answer about another topic than the one that is named in the question is hardly the one asked for. */
const strangeness = (answer: Answer | undefined, { mentionedTopic }: Reading): number =>
  mentionedTopic !== undefined && answer?.topic !== undefined && answer.topic !== mentionedTopic ? otherTopic : 0

const otherTopic = 0.3

/** Same topic and same ask each count a little for an answer. */
function kinship(id: string, answer: Answer | undefined, topicId: string | undefined, ask: string | undefined, kin: number): number {
  const topic = answer?.topic ?? (id.startsWith(unknownAnswer) ? id.slice(unknownAnswer.length) : undefined)
  const answersAsk = answer?.ask ?? (id.startsWith(unknownAnswer) ? 'fact' : undefined)
  return (topic !== undefined && topic === topicId ? kin : 0) + (answersAsk !== undefined && answersAsk === ask ? kin : 0)
}

/** "And the year after?": another member of the row of figures that was just given. */
function inSeries({ state, answers, reading, hints }: Context): string | undefined {
  const current = state.answer === undefined ? undefined : answers.get(state.answer)
  if (current?.series === undefined || reading.words.length > 8) return undefined
  const { name, at } = current.series
  const row = [...answers]
    .filter(([, a]) => a.series?.name === name)
    .map(([id, a]) => ({ id, at: a.series?.at ?? '' }))
    .sort((a, b) => a.at.localeCompare(b.at))
  const named = row.find((member) => member.at !== at && reading.words.join(' ').includes(member.at.toLowerCase().replace('/', ' ')))
  const here = row.findIndex((member) => member.at === at)
  const step = hints('next', reading.words) ? 1 : hints('previous', reading.words) ? -1 : 0
  return named?.id ?? (step === 0 ? undefined : row[here + step]?.id)
}
