import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a redis-server: the first on PATH; nothing where there is none. */
export function findRedisServer(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  return folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path))
}
