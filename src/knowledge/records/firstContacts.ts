import { z } from 'zod'
import { perAudience } from './audience.js'

const refs = z.array(z.string()).min(1)

/** Whom to name in situations that belong to no topic. */
export const firstContacts = z.strictObject({
  emergency: refs,
  emergencyHiding: refs,
  emergencyDeaf: refs,
  afterEmergency: perAudience(refs),
  general: perAudience(refs),
  /** The same while the place is not known. */
  placeless: perAudience(refs),
  about999: refs,
  anonymous: refs,
  harmfulRequest: refs,
  /** What a talk is about after a harmful request, for those who then ask for help. */
  harmfulTopic: z.string(),
  secret: perAudience(refs),
  legalOrMedical: perAudience(refs),
  besideConfirm: refs,
  failure: refs,
  /** The list of signs when no topic was named. */
  generalSigns: z.string(),
  /** Topics to tap before anything was said. */
  common: perAudience(z.array(z.string()).min(1))
})
export type FirstContacts = z.infer<typeof firstContacts>
