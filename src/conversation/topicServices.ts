import { forAudience, type Audience } from '../knowledge/records/audience.js'
import type { Topic } from '../knowledge/records/topic.js'

/** Whom a topic names to an audience, in order; nobody without a topic. */
export const topicServices = (topic: Topic | undefined, audience: Audience): readonly string[] =>
  topic === undefined ? [] : forAudience(topic.services, audience)
