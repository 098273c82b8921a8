import { KnowledgeFaults } from '../knowledge/Faults.js'

/** Runs a tool; faults in the data are printed plainly and end it with code 1. */
export function reportFaults(run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof KnowledgeFaults)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
