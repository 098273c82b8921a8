import { z } from 'zod'

/** id -> name of each region that a service can serve. */
export const regions = z.record(z.string(), z.string())
