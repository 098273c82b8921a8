import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { areaRoot } from '../knowledge/areaRoot.js'
import { digestFolders, digestIntents } from '../knowledge/digestIntents.js'
import { reportFaults } from './reportFaults.js'
import { trainModels } from './trainModels.js'

/** `npm run train`: makes models/ from intents/ and the known questions, unless they were made from these very files by this very code. */
reportFaults(() => {
  const root = areaRoot()
  const code = digestFolders(join(dirname(fileURLToPath(import.meta.url)), '..'), ['curation', 'language', 'knowledge'], /\.[jt]s$/)
  const made = `${digestIntents(root)} ${code}\n`
  const note = join(root, 'models/made-from.txt')
  if (existsSync(note) && readFileSync(note, 'utf8') === made) return
  process.stdout.write('Training the models from intents/ (about a minute) ...\n')
  trainModels(root)
  writeFileSync(note, made)
})
