import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestRow } from './corpora/Corpus.js'
import { readCorpus } from './corpora/corpora.js'
import type { Measured } from './Measured.js'
import { scorePasses } from './scorePasses.js'
import { shuffle } from './shuffle.js'
import { openSystem } from './systems/systems.js'

/** `node trainChild.js SYSTEM CORPUS DATA SECONDS DIRECTORY`: trains and scores in a process of its own, and saves the model. */
const [, , system = '', corpus = '', data = '', seconds = '', directory = ''] = process.argv
const opened = await openSystem(system)
const { train, test } = readCorpus(corpus, data)
await opened.prepare?.()
const from = performance.now()
const trained = await opened.train(train)
const trainSeconds = (performance.now() - from) / 1_000
process.stdout.write('trained\n')

const rows: readonly TestRow[] = shuffle(test, 1)
const passes = await scorePasses(trained.classify, rows, Number(seconds))
const result: Measured = { system, corpus, of: rows.length, trainSeconds, ...passes }
process.stdout.write(`${JSON.stringify(result)}\n`)
writeFileSync(join(directory, 'messages.json'), JSON.stringify(rows.slice(0, 20).map((r) => r.text)))
trained.save(directory)
