import { join } from 'node:path'
import type { Example } from '../IntentSystem.js'
import type { Corpus } from './Corpus.js'
import { readCsv } from './readCsv.js'

/** Banking77, the authors' halves. */
export function readBanking(directory: string): Corpus {
  const half = (name: string): Example[] =>
    readCsv(join(directory, `${name}.csv`)).map(({ text = '', category = '' }) => ({ text, label: category }))
  return { train: half('train'), test: half('test') }
}
