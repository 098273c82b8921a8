import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { freePort } from '../channels/redis/freePort.js'

export interface Server {
  readonly url: string
  readonly pid: number
  readonly isRunning: () => boolean
  /** All that it has written so far. */
  readonly log: () => string
  readonly signal: (signal: NodeJS.Signals) => void
  /** Resolves when the process is gone, with its exit code; null where a signal ended it. */
  readonly gone: Promise<number | null>
}

const program = 'dist/main.js'

/**
 * Signpost as it is served, in a process of its own, ready for turns. It gets these settings and nothing else of the environment.
 * @throws Error when it is not built, or ends before it is ready.
 */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<Server> {
  if (!existsSync(program)) throw new Error(`There is no ${program}. Run npm run build.`)
  const port = String(await freePort())
  const child = spawn(process.execPath, [program], { env: { NODE_ENV: 'test', PORT: port, ...settings } })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  const log = (): string => written.join('')
  await ready(child, log)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    isRunning: () => isRunning(child),
    log,
    signal: (signal) => child.kill(signal),
    gone: once(child, 'exit').then(([code]) => code as number | null)
  }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

async function ready(child: ChildProcess, log: () => string): Promise<void> {
  const ended = once(child, 'exit')
  while (!log().includes('Signpost is ready')) {
    await Promise.race([once(child.stdout ?? child, 'data'), ended])
    if (!isRunning(child)) throw new Error(`The server ended before it was ready: ${log()}`)
  }
}
