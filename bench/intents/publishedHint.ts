import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { auroc } from './auroc.js'
import { hintNames } from './corpora/corpora.js'
import { readCsv } from './corpora/readCsv.js'
import { outOfScope } from './corpora/readHint.js'
import type { Measured } from './Measured.js'

/** The systems whose predictions on HINT3 its authors published. */
export const publishedNames: Readonly<Record<string, string>> = {
  dialogflow: 'Dialogflow (published)',
  luis: 'LUIS (published)',
  rasa: 'Rasa (published)',
  haptik: 'Haptik (published)',
  bert: 'BERT (published)'
}

/** The published predictions, scored as ours are: no threshold but what a service applied by itself. Those that are not there are left out. */
export function publishedHint(data: string): Measured[] {
  return Object.keys(publishedNames).flatMap((system) =>
    hintNames.flatMap((name) => {
      const path = join(data, 'hint3/preds', `${system}_${name}.csv`)
      return existsSync(path) ? [score(system, `hint3-${name}`, path)] : []
    })
  )
}

function score(system: string, corpus: string, path: string): Measured {
  const rows = readCsv(path)
  const inScope = rows.filter((r) => r['label'] !== outOfScope)
  /** A service that says "none of these" is sure of that; its score is not one for being in scope. */
  const scores = (of: typeof rows): number[] => of.map((r) => (r['predicted_node'] === outOfScope ? 0 : Number(r['predicted_node_score'])))
  return {
    system,
    corpus,
    rows: rows.length,
    of: rows.length,
    accuracy: inScope.filter((r) => r['label'] === r['predicted_node']).length / inScope.length,
    auroc: auroc(scores(inScope), scores(rows.filter((r) => r['label'] === outOfScope)))
  }
}
