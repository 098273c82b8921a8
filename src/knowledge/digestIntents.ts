import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 over everything that the models are made from: intents/ and the questions of facts and guidance. */
export function digestIntents(root: string): string {
  return digestFolders(root, ['intents', 'knowledge/facts', 'knowledge/guidance'], /\.yaml$/)
}

/** SHA-256 over the names and contents of the matching files below some folders of `root`, in the order of their names. */
export function digestFolders(root: string, folders: readonly string[], matching: RegExp): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const file of filesBelow(join(root, folder), matching))
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(directory: string, matching: RegExp): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(directory, entry.name), matching)
        : matching.test(entry.name)
          ? [join(directory, entry.name)]
          : []
    )
}
