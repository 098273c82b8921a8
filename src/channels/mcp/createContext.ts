import type { Finding } from '../../conversation/Context.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import type { Audience } from '../../knowledge/records/audience.js'

/** What an assistant looks for. */
export interface Search {
  /** What the person calls it, or a number or address. */
  readonly name?: string | undefined
  readonly topic?: string | undefined
  readonly place?: string | undefined
  readonly audience?: Audience | undefined
}

/** What a search asks for, as a turn of a conversation that was understood in full: so that its steps decide here too. */
export function createContext(
  { knowledge, say, makeOffer, reader, normalise }: Signpost,
  { name = '', topic, place = '', audience = 'public' }: Search,
  ask: string,
  at: Date
): Finding {
  const read = (words: string) => reader.read(words, normalise(words), true)
  const home = read(place).place
  return {
    knowledge,
    say,
    makeOffer,
    turn: { utterance: '', at },
    state: {},
    reading: read(name),
    audience,
    place: home,
    ask,
    topicId: topic,
    topic: topic === undefined ? undefined : knowledge.topics.get(topic),
    topicIsNew: topic !== undefined,
    offer: (refs, most) => makeOffer(refs, { place: home, audience, at, ...(most !== undefined && { most }) })
  }
}
