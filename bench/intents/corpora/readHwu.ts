import { join } from 'node:path'
import type { Example } from '../IntentSystem.js'
import type { Corpus } from './Corpus.js'
import { readCsv } from './readCsv.js'

/** HWU64, the first fold of the authors' cross-validation; an intent is a scenario with what is wanted of it. */
export function readHwu(directory: string): Corpus {
  const half = (name: string): Example[] =>
    readCsv(join(directory, `${name}_kfold1.csv`), ';').map(({ scenario = '', intent = '', answer_from_anno = '' }) => ({
      text: answer_from_anno,
      label: `${scenario}_${intent}`
    }))
  return { train: half('train'), test: half('test') }
}
