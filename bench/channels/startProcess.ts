import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../tests/channels/redis/freePort.js'

export interface Started {
  readonly url: string
  readonly pid: number
  readonly end: () => void
}

/** A server in a process of its own, which writes something when it is ready; what it writes is thrown away. */
export async function startProcess(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Started> {
  const port = String(await freePort())
  const child = spawn(process.execPath, args, { env: { NODE_ENV: 'test', PORT: port, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error(`${args.join(' ')} ended before it was ready; is it built?`)
    })
  ])
  child.stdout.resume()
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, end: () => child.kill('SIGKILL') }
}
