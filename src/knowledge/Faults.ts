/** Faults found while reading YAML: all of them at once, each with file, field and mend. */
export class KnowledgeFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Signpost cannot start: ${String(faults.length)} fault(s) in its knowledge.\n${faults.map((f) => `  - ${f}`).join('\n')}`)
    this.name = 'KnowledgeFaults'
  }
}
