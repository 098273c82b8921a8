import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The source of what runs, without the keepers' tools. */
export const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('curation/'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n')
