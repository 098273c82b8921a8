import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSystem } from './systems/systems.js'

/** `node startChild.js SYSTEM DIRECTORY`: loads a saved model in a process of its own and answers messages for a second at most; SYSTEM `bare` does nothing. */
const longest = 1_000
const [, , system = '', directory = ''] = process.argv
const messages = JSON.parse(readFileSync(join(directory, 'messages.json'), 'utf8')) as string[]
const from = performance.now()
const classify = system === 'bare' ? (): undefined => undefined : await (await openSystem(system)).load(directory)
await classify(messages[0] ?? '')
const startMillis = performance.now() - from
for (const text of messages.slice(1)) if (performance.now() - from < longest) await classify(text)
process.stdout.write(`${JSON.stringify({ startMillis, megabytes: process.memoryUsage().rss / 1e6 })}\n`)
