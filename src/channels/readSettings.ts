import { z } from 'zod'
import { readEmbedOrigins } from './web/embed/readEmbedOrigins.js'
import { WrongSetting } from './WrongSetting.js'

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)

const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/** What each setting may be, what it is when it is not set, and what to say when it is wrong. */
const settings = {
  PORT: { schema: whole(0, 65_535).default(3978), mend: 'write the number of a port, 0 to 65535' },
  SIGNPOST_TURNS_PER_MINUTE: { schema: whole(1, 1_000_000).default(60), mend: 'write a whole number, 1 or more' },
  SIGNPOST_TRUST_PROXY: {
    schema: whole(0, 100).default(0),
    mend: 'write how many proxies stand in front of Signpost, such as 1; 0 for none'
  },
  SIGNPOST_BOT_SDK: { schema: z.enum(['botbuilder', 'agents']).default('botbuilder'), mend: 'write botbuilder or agents' },
  MicrosoftAppId: {
    schema: z
      .string()
      .regex(/^[\w-]+$/)
      .optional(),
    mend: 'write the id of the app alone, without spaces'
  },
  MicrosoftAppType: {
    schema: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).optional(),
    mend: 'write MultiTenant, SingleTenant or UserAssignedMSI'
  },
  SIGNPOST_BOT_HOSTS: {
    schema: z
      .string()
      .default('')
      .transform((words) => words.split(/\s+/).filter((word) => word !== ''))
      .refine((hosts) => hosts.every((name) => host.test(name))),
    mend: 'write names of hosts in small letters with a space between two, such as channel.council.example'
  }
} as const

type Settings = { [Name in keyof typeof settings]: z.infer<(typeof settings)[Name]['schema']> }

/**
 * Reads the settings of the environment; an empty one counts as not set.
 * @throws WrongSetting naming the first that is wrong, and its mend.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>) {
  const read = <Name extends keyof Settings>(name: Name): Settings[Name] => {
    const words = environment[name]
    const parsed = settings[name].schema.safeParse(words === '' ? undefined : words)
    if (!parsed.success) throw new WrongSetting(`${name}: "${words ?? ''}" is not understood; ${settings[name].mend}.`)
    return parsed.data as Settings[Name]
  }
  checkBot(read('MicrosoftAppId'), read('MicrosoftAppType'), environment)
  return {
    port: read('PORT'),
    perMinute: read('SIGNPOST_TURNS_PER_MINUTE'),
    proxies: read('SIGNPOST_TRUST_PROXY'),
    botSdk: read('SIGNPOST_BOT_SDK'),
    botHosts: read('SIGNPOST_BOT_HOSTS'),
    redisUrl: environment['REDIS_URL'] === '' ? undefined : environment['REDIS_URL'],
    embedOrigins: readEmbedOrigins(environment['SIGNPOST_EMBED_ORIGINS'])
  }
}

/** The SDKs start with half of an identity, and then refuse or fail every activity. */
function checkBot(id: string | undefined, type: string | undefined, environment: Parameters<typeof readSettings>[0]): void {
  const { MicrosoftAppPassword = '', MicrosoftAppTenantId = '' } = environment
  if (id === undefined && MicrosoftAppPassword !== '')
    throw new WrongSetting('MicrosoftAppId: is missing beside MicrosoftAppPassword; write the id of the app.')
  if (id !== undefined && type !== undefined && type !== 'MultiTenant' && MicrosoftAppTenantId === '')
    throw new WrongSetting(`MicrosoftAppTenantId: is missing, and ${type} needs it; write the id of the tenant.`)
}
