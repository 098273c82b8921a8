import { parseArgs } from 'node:util'
import { areaRoot } from '../knowledge/areaRoot.js'
import { loadIntents } from '../knowledge/loadIntents.js'
import { loadKnowledge } from '../knowledge/loadKnowledge.js'
import { checkAll } from './check/checkAll.js'
import { exitCode, report } from './check/report.js'
import { reportFaults } from './reportFaults.js'

/**
 * `npm run knowledge:check [-- --at 2027-01-31] [--json]`: what is wrong in knowledge/, what is due to be checked again, what could be better.
 * Ends with 1 when something is to be mended, 2 when something is due, else 0.
 */
reportFaults(() => {
  const { values } = parseArgs({ options: { at: { type: 'string' }, json: { type: 'boolean' } } })
  const root = areaRoot()
  const knowledge = loadKnowledge(root)
  const findings = checkAll(knowledge, loadIntents(root), values.at ?? new Date().toISOString().slice(0, 10))
  const { services, topics, facts, guidance, signs } = knowledge
  const sums = `${String(services.size)} services, ${String(topics.size)} topics, ${String(signs.size)} lists of signs, ${String(facts.size + guidance.size)} answers.`
  process.stdout.write(values.json === true ? `${JSON.stringify(findings, null, 2)}\n` : `${report(findings)}Looked at ${sums}\n`)
  process.exitCode = exitCode(findings)
})
