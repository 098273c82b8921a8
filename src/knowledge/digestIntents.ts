import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 over everything that the models are made from: intents/ and the questions of facts and guidance. */
export function digestIntents(root: string): string {
  const hash = createHash('sha256')
  for (const folder of ['intents', 'knowledge/facts', 'knowledge/guidance']) {
    for (const file of filesBelow(join(root, folder))) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(directory, entry.name)) : entry.name.endsWith('.yaml') ? [join(directory, entry.name)] : []))
}
