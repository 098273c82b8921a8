import { parseArgs } from 'node:util'
import { z } from 'zod'

/** How the tool is called; times are in milliseconds. */
export const usage = `npm run knowledge:verify -- [options] [service ...]
  --contact URL     where the keeper of a site can read who asks, such as your own site; sent with each request
  --pause 1000      milliseconds between two requests to a site
  --timeout 15000   milliseconds that a page may take
  --json            print JSON
  --report FILE     write the report to a file
  --allow-private   visit addresses of this computer and its own network too`

const milliseconds = (usual: number) =>
  z.string().regex(/^\d+$/, 'a number of milliseconds').default(String(usual)).transform(Number).pipe(z.number().max(600_000))

const schema = z.object({
  contact: z
    .url({ protocol: /^(https?|mailto)$/ })
    .transform((url) => new URL(url).href)
    .optional(),
  pause: milliseconds(1000),
  timeout: milliseconds(15_000).pipe(z.number().min(1)),
  json: z.boolean().default(false),
  report: z.string().min(1).optional(),
  'allow-private': z.boolean().default(false)
})

export type VerifyOptions = z.infer<typeof schema> & { readonly services: readonly string[] }

/** The command was given what it does not know; the message says what, in words for the keeper. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall'
}

/**
 * Reads the arguments of the command.
 * @throws WrongCall
 */
export function readOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = parse(args)
  const read = schema.safeParse(values)
  if (!read.success) throw new WrongCall(read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'))
  return { ...read.data, services: positionals }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { contact: text, pause: text, timeout: text, json: flag, report: text, 'allow-private': flag }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new WrongCall((error as Error).message)
  }
}
