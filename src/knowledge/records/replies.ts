import { z } from 'zod'
import { perAudience } from './audience.js'

/** Sentences that the bot can say, by id; {name} stands for a value that the code fills in. */
export const replies = z.record(z.string(), z.union([z.string(), perAudience(z.string())]))
