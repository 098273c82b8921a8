import { join } from 'node:path'
import type { Corpus } from './Corpus.js'
import { readBanking } from './readBanking.js'
import { readBraun } from './readBraun.js'
import { readClinc } from './readClinc.js'
import { readHint } from './readHint.js'
import { readHwu } from './readHwu.js'
import { tenOfEach } from './tenOfEach.js'

export const hintNames = ['curekart', 'powerplay11', 'sofmattress'] as const

/** How each corpus is read from the data folder. */
const readers: Readonly<Record<string, (data: string) => Corpus>> = {
  'clinc-full': (data) => readClinc(join(data, 'clinc150/data_full.json')),
  'clinc-small': (data) => readClinc(join(data, 'clinc150/data_small.json')),
  'clinc-10': (data) => few(readClinc(join(data, 'clinc150/data_full.json'))),
  banking: (data) => readBanking(join(data, 'banking77')),
  'banking-10': (data) => few(readBanking(join(data, 'banking77'))),
  hwu: (data) => readHwu(join(data, 'hwu64')),
  ...Object.fromEntries(hintNames.map((name) => [`hint3-${name}`, (data: string) => readHint(join(data, 'hint3'), name)])),
  chatbot: (data) => readBraun(join(data, 'braun/ChatbotCorpus.json')),
  askubuntu: (data) => readBraun(join(data, 'braun/AskUbuntuCorpus.json')),
  webapps: (data) => readBraun(join(data, 'braun/WebApplicationsCorpus.json'))
}

const few = ({ train, test }: Corpus): Corpus => ({ train: tenOfEach(train), test })

export const corpusKeys: readonly string[] = Object.keys(readers)

/** @throws Error naming the corpora there are. */
export function readCorpus(key: string, data: string): Corpus {
  const read = readers[key]
  if (read === undefined) throw new Error(`No corpus ${key}: ${corpusKeys.join(', ')}.`)
  return read(data)
}
