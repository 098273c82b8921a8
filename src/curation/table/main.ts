import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { areaRoot } from '../../knowledge/areaRoot.js'
import { reportFaults } from '../reportFaults.js'
import { knowledgeTable } from './knowledgeTable.js'

/** `npm run knowledge:table -- FILE.html`: everything that the bot can say and listens for, for a safeguarding lead to read, correct and sign. */
reportFaults(() => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { at: { type: 'string' } } })
  const [file] = positionals
  const html = knowledgeTable(areaRoot(), values.at ?? new Date().toISOString().slice(0, 10))
  if (file === undefined) process.stdout.write(html)
  else writeFileSync(file, html)
})
