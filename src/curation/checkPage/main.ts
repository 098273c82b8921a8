import { areaRoot } from '../../knowledge/areaRoot.js'
import { KnowledgeFaults } from '../../knowledge/Faults.js'
import { loadKnowledge } from '../../knowledge/loadKnowledge.js'
import { checkPage } from './checkPage.js'
import { readPage } from './readPage.js'
import { renderFindings } from './renderFindings.js'
import { Unreadable } from './Unreadable.js'

/**
 * `npm run check-page -- [--json] FILE|URL`: lists each contact that a page prints, and says which to change. Ends with code 0 when
 * nothing must be changed, 1 when something must, 2 when the page could not be read.
 */
async function main(options: readonly string[]): Promise<number> {
  const [where, ...more] = options.filter((option) => option !== '--json')
  if (where === undefined || more.length > 0) throw new Unreadable('One page at a time', 'Usage: npm run check-page -- [--json] FILE|URL')
  const { services } = loadKnowledge(areaRoot())
  const checked = checkPage(await readPage(where), services)
  const text = options.includes('--json')
    ? JSON.stringify({ page: where, ...checked }, undefined, 2)
    : renderFindings(checked.findings, checked.mismatches)
  process.stdout.write(`${text}\n`)
  return checked.mustChange ? 1 : 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Unreadable || error instanceof KnowledgeFaults)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
