import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { findRedisServer } from './findRedisServer.js'
import { freePort } from './freePort.js'

export interface RedisServer {
  readonly url: string
  /** It keeps its connections and answers nobody. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** It is gone at once, with all that it knew. */
  readonly kill: () => Promise<void>
  /** The same address again, empty. */
  readonly start: () => Promise<void>
}

/** A Redis of our own on a free port of this machine, which keeps nothing on disk. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const port = await freePort()
  let server = await launch(port, settings)
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    freeze: () => server.kill('SIGSTOP'),
    thaw: () => server.kill('SIGCONT'),
    kill: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
    start: async () => {
      server = await launch(port, settings)
    }
  }
}

async function launch(port: number, settings: readonly string[]): Promise<ChildProcess> {
  const path = findRedisServer()
  if (path === undefined) throw new Error('There is no redis-server. Install it, and see that it is on PATH.')
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', tmpdir(), ...settings]
  const server = spawn(path, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const lines of server.stdout) if (String(lines).includes('Ready to accept connections')) break
  server.stdout.resume()
  return server
}
