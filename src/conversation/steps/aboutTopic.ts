import { forAudience, textFor } from '../../knowledge/records/audience.js'
import type { Context, Draft, Step } from '../Context.js'
import type { Part } from '../Reply.js'
import { list, signsParts, sourceParts, text } from '../parts.js'
import { placeParts, servicesFor } from './signpost.js'

/** Warning signs of the topic, or the twelve of the articles; then whom to tell. */
export const signs: Step = (context) => {
  const { ask, topic, topicId, knowledge, say, audience, reading } = context
  if (ask !== 'signs' || (topic?.kind === 'concern' && topic.signs === undefined)) return undefined
  const id = topic?.signs ?? knowledge.firstContacts.generalSigns
  const found = knowledge.signs.get(id)
  if (found === undefined || reading.words.length === 0) return undefined
  const before = say(audience === 'child' ? 'answers.signs-child' : 'answers.signs-before', audience)
  return withServices(context, 'signs', topicId, [text('lead', before)], sourceParts(found.sources, { knowledge, say }), [
    ...signsParts(id, knowledge),
    text('note', say('answers.signs-after', audience))
  ])
}

/** What to do, and what to leave. */
export const advice: Step = (context) => {
  const { ask, topic, topicId, audience, knowledge, say } = context
  const steps = topic?.whatToDo?.[audience] ?? topic?.whatToDo?.public
  if (ask !== 'what-to-do' || topic === undefined || steps === undefined) return undefined
  const lists = [
    list('do', say('answers.do', audience), steps.do),
    ...(steps.doNot.length > 0 ? [list('do-not', say('answers.do-not', audience), steps.doNot)] : [])
  ]
  return withServices(
    context,
    'advice',
    topicId,
    [text('lead', forAudience(topic.lead, audience))],
    sourceParts(topic.sources, { knowledge, say }),
    lists
  )
}

/** What it is. */
export const definition: Step = (context) => {
  const { ask, topic, topicId, audience, knowledge, say } = context
  const asked = ask === 'what-is' || (ask === 'fact' && topic?.kind === 'information' && context.reading.namedTopic !== undefined)
  if (!asked || topic?.definition === undefined) return undefined
  const words = textFor(topic.definition, audience)
  return withServices(context, 'fact', topicId, [text('answer', words)], sourceParts(topic.sources, { knowledge, say }))
}

/** What follows after a call or a report. */
export const whatHappensNext: Step = (context) => {
  const { ask, topic, topicId, say, audience, knowledge } = context
  if (ask !== 'what-happens-next') return undefined
  const sources = topic === undefined ? [] : sourceParts(topic.sources, { knowledge, say })
  const words = topic?.whatHappensNext === undefined ? say('answers.next-general', audience) : textFor(topic.whatHappensNext, audience)
  return withServices(context, 'fact', topicId, [text('answer', words)], sources)
}

/** Reporting without a name. */
export const anonymity: Step = (context) => {
  const { ask, topicId, say, audience } = context
  if (ask !== 'report-anonymously') return undefined
  const offered = context.offer(unnamed(context), 3)
  return {
    kind: 'fact',
    ask,
    topic: topicId,
    parts: [text('answer', say('answers.anonymous', audience)), ...offered.parts],
    offer: offered
  }
}

/** Who listens to somebody who gives no name: a child's own contacts; those of the topic; else the general ones, where they fit the topic. */
function unnamed(context: Context): readonly string[] {
  const { topic, audience, knowledge } = context
  const { anonymous, general } = knowledge.firstContacts
  const usual = servicesFor(context)
  if (audience === 'child') return usual
  if (audience === 'worried-about-self') return [...forAudience(general, audience).slice(0, 1), ...usual]
  const fits = topic === undefined || usual.some((ref) => anonymous.includes(ref))
  return topic?.servicesForAsk['report-anonymously'] ?? (fits ? anonymous : usual)
}

/** About 999 and 101 themselves, when no known question fits better. */
export const about999: Step = ({ ask, say, audience, knowledge, offer }) => {
  if (ask !== 'about-999') return undefined
  const offered = offer(knowledge.firstContacts.about999, 2)
  return { kind: 'fact', ask, parts: [text('answer', say('answers.about-999', audience)), ...offered.parts], offer: offered }
}

/** The first contact stands before anything long, so that nobody has to read a list to find whom to call. */
function withServices(
  context: Context,
  kind: Draft['kind'],
  topic: string | undefined,
  before: readonly Part[],
  sources: readonly Part[],
  long: readonly Part[] = []
): Draft {
  const offered = context.offer(servicesFor(context), 4)
  const [first, others] = long.length === 0 ? [offered.parts, []] : firstAndOthers(offered.parts)
  return {
    kind,
    topic,
    ask: context.ask,
    parts: [...before, ...placeParts(context, offered.placeNeeded), ...first, ...long, ...others, ...sources],
    offer: offered,
    ...(offered.placeNeeded && { remember: { awaiting: 'place' } })
  }
}

/** The first contact, with those that are offered as its equals. */
function firstAndOthers(services: readonly Part[]): [Part[], Part[]] {
  const group = services[0]?.type === 'service' ? services[0].group : undefined
  const equals = services.findIndex((part, at) => at > 0 && !(part.type === 'service' && group !== undefined && part.group === group))
  const end = equals < 0 ? services.length : equals
  return [services.slice(0, end), services.slice(end)]
}
