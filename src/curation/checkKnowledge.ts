import { areaRoot } from '../knowledge/areaRoot.js'
import { loadKnowledge } from '../knowledge/loadKnowledge.js'
import { reportFaults } from './reportFaults.js'

/** `npm run knowledge:check`: says what is wrong in knowledge/, or that nothing is. */
reportFaults(() => {
  const { services, topics, facts, guidance } = loadKnowledge(areaRoot())
  process.stdout.write(
    `The knowledge is sound: ${String(services.size)} services, ${String(topics.size)} topics, ${String(facts.size + guidance.size)} answers.\n`
  )
})
