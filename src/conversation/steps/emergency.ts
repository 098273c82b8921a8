import { forAudience } from '../../knowledge/records/audience.js'
import type { Context, Draft, Step } from '../Context.js'
import type { ReplyId } from '../replyIds.js'
import type { Part } from '../Reply.js'
import { text } from '../parts.js'

/** Danger now: 999 before anything else, with the route that fits, then who helps after. */
export const emergency: Step = (context) => {
  const { level, response, topic, causes } = context.verdict
  if (level !== 'emergency') return undefined
  // Without a pattern the danger is a guess, and what was read of the topic is the better one.
  const guessed = causes.every(({ by }) => by === 'model')
  return emergencyDraft(context, response, guessed ? (context.topicId ?? topic) : topic)
}

/** The reply that opens with 999. */
export function emergencyDraft(context: Context, response: string, dangerTopic: string | undefined): Draft {
  const { say, audience, knowledge, hints, reading } = context
  const deaf = hints('deaf', reading.words)
  const first = knowledge.firstContacts
  const topic = dangerTopic ?? context.topicId
  const routes = context.offer(
    deaf ? [...first.emergency, ...first.emergencyDeaf] : response === 'hiding' ? first.emergencyHiding : first.emergency
  )
  const after = afterwards(context, topic)
  const steps = say(`emergency.${response}` as ReplyId, audience).split('\n')
  const opening: Part = {
    type: 'emergency',
    heading: say('emergency.heading', audience),
    steps: deaf ? withoutVoice(steps, context, response) : steps
  }
  return {
    kind: 'emergency',
    parts: [opening, ...routes.parts, ...(after.parts.length > 0 ? [text('note', say('emergency.after', audience)), ...after.parts] : [])],
    offer: { services: [...routes.services, ...after.services], parts: [], placeNeeded: false, gap: false },
    topic,
    ask: 'who-to-call',
    withoutStandingLine: true
  }
}

/** The ways that need no voice stand first; of hiding only the last step is left, because the others are about a call that is silent. */
const withoutVoice = (steps: readonly string[], { say }: Context, response: string): string[] => [
  ...say('emergency.deaf').split('\n'),
  ...(response === 'hiding' ? steps.slice(-1) : steps)
]

function afterwards({ audience, offer, knowledge }: Context, topic: string | undefined) {
  const known = topic === undefined ? undefined : knowledge.topics.get(topic)?.services
  const { afterEmergency } = knowledge.firstContacts
  return offer(
    (known?.[audience] ?? known?.public ?? forAudience(afterEmergency, audience)).filter((ref) => !ref.startsWith('area:')),
    2
  )
}
