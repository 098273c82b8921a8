import { join } from 'node:path'
import type { Example } from '../IntentSystem.js'
import type { Corpus } from './Corpus.js'
import { readCsv } from './readCsv.js'

/** What HINT3 calls a message that is out of scope. */
export const outOfScope = 'NO_NODES_DETECTED'

/** One of HINT3's three data sets, version 1: the one that the authors' published predictions were made for. */
export function readHint(directory: string, name: string): Corpus {
  const half = (half: string): Example[] =>
    readCsv(join(directory, 'dataset/v1', half, `${name}_${half}.csv`)).map(({ sentence = '', label = '' }) => ({ text: sentence, label }))
  return {
    train: half('train'),
    test: half('test').map(({ text, label }) => ({ text, label: label === outOfScope ? undefined : label }))
  }
}
