import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Classify, IntentSystem } from '../IntentSystem.js'

interface Container {
  use(plugin: unknown): void
}
interface Nlu {
  train(corpus: readonly { utterance: string; intent: string }[]): Promise<unknown>
  process(text: string): Promise<{ classifications: readonly { intent: string; score: number }[] }>
  toJSON(): unknown
  fromJSON(saved: unknown): void
}

export interface NlpjsOptions {
  /** Mends slips: words that are one letter away from a known one. */
  readonly spellCheck?: true
  /** Learns an intent "None" that unknown words speak for. */
  readonly useNoneFeature?: true
}

const file = (directory: string): string => join(directory, 'nlu.json')

/** NluNeural of nlp.js with its English tokeniser and stemmer, all else as it comes; with the options of its own that are given. */
export const createNlpjs = (name: string, options: NlpjsOptions = {}): IntentSystem => ({
  name,
  async train(examples) {
    const nlu = await createNlu(options)
    await nlu.train(examples.map(({ text, label }) => ({ utterance: text, intent: label })))
    return {
      classify: createClassify(nlu),
      save: (directory) => {
        writeFileSync(file(directory), JSON.stringify(nlu.toJSON()))
      }
    }
  },
  async load(directory) {
    const nlu = await createNlu(options)
    nlu.fromJSON(JSON.parse(readFileSync(file(directory), 'utf8')))
    return createClassify(nlu)
  }
})

/** "None" is its word for knowing no word of the message. */
function createClassify(nlu: Nlu): Classify {
  return async (text) => {
    const [best] = (await nlu.process(text)).classifications
    return { label: best?.intent, score: best === undefined || best.intent === 'None' ? 0 : best.score }
  }
}

async function createNlu(options: NlpjsOptions): Promise<Nlu> {
  const { containerBootstrap } = await importPeer<{ containerBootstrap: () => Promise<Container> }>('@nlpjs/core')
  const { LangEn } = await importPeer<{ LangEn: unknown }>('@nlpjs/lang-en-min')
  const { NluNeural } = await importPeer<{ NluNeural: new (settings: object) => Nlu }>('@nlpjs/nlu')
  const container = await containerBootstrap()
  container.use(LangEn)
  return new NluNeural({ container, locale: 'en', log: false, ...options })
}

/**
 * A package from the folder that the environment variable INTENT_PEERS names, where it is installed apart from the project.
 * @throws Error saying how to install it.
 */
async function importPeer<T>(name: string): Promise<T> {
  const peers = process.env['INTENT_PEERS'] ?? ''
  try {
    const path = createRequire(join(peers, 'package.json')).resolve(name)
    return ((await import(pathToFileURL(path).href)) as { default: T }).default
  } catch (cause) {
    const install = 'npm install @nlpjs/nlu@4.27.0 @nlpjs/core@4.26.1 @nlpjs/lang-en-min@4.26.1'
    throw new Error(`${name} is not there. In a folder outside the project: ${install}; then give --peers FOLDER.`, { cause })
  }
}
