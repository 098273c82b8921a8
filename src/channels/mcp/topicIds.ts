import { z } from 'zod'
import type { Topic } from '../../knowledge/records/topic.js'

/** The ids of some topics as a schema; its description tells an assistant what each is. */
export const topicIds = (topics: readonly (readonly [string, Topic])[]) =>
  z
    .enum(
      topics.map(([id]) => id),
      { error: `no such topic; use one of: ${topics.map(([id]) => id).join(', ')}` }
    )
    .meta({ description: `Topics: ${topics.map(([id, { name }]) => `${id} (${name})`).join('; ')}` })
