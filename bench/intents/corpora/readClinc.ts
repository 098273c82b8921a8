import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Corpus } from './Corpus.js'

const pairs = z.array(z.tuple([z.string(), z.string()]))
const schema = z.object({ train: pairs, test: pairs, oos_test: pairs })

/** CLINC150: trained on in-scope lines only, tested on the authors' test lines and out-of-scope lines. */
export function readClinc(path: string): Corpus {
  const { train, test, oos_test } = schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return {
    train: train.map(([text, label]) => ({ text, label })),
    test: [...test.map(([text, label]) => ({ text, label })), ...oos_test.map(([text]) => ({ text, label: undefined }))]
  }
}
