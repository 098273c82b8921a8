import { z } from 'zod'
import { texts } from './audience.js'

/** Sentences that the bot can say, by id; {name} stands for a value that the code fills in. */
export const replies = z.record(z.string(), texts)
