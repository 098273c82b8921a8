import type { IntentSystem } from '../IntentSystem.js'

interface Entry {
  /** Seconds that training may take before the system is given up. */
  readonly patience: number
  readonly open: () => Promise<IntentSystem>
}

/** The systems compared. Each is opened by itself, so that none pays for another's modules. */
export const systems: Readonly<Record<string, Entry>> = {
  signpost: { patience: 300, open: async () => (await import('./signpost.js')).signpost },
  'natural-bayes': { patience: 300, open: async () => (await import('./naturalBayes.js')).naturalBayes },
  'natural-regression': { patience: 60, open: async () => (await import('./naturalRegression.js')).naturalRegression },
  nlpjs: { patience: 300, open: async () => (await import('./createNlpjs.js')).createNlpjs('nlpjs', false) },
  'nlpjs-spelling': { patience: 300, open: async () => (await import('./createNlpjs.js')).createNlpjs('nlpjs-spelling', true) },
  fuse: { patience: 300, open: async () => (await import('./fuse.js')).fuse }
}

export const systemNames: Readonly<Record<string, string>> = {
  signpost: '**Signpost**',
  'natural-bayes': 'natural Bayes',
  'natural-regression': 'natural logistic regression',
  nlpjs: '@nlpjs/nlu',
  'nlpjs-spelling': '@nlpjs/nlu, spellCheck',
  fuse: 'fuse.js'
}

/** @throws Error naming the systems there are. */
export async function openSystem(key: string): Promise<IntentSystem> {
  const entry = systems[key]
  if (entry === undefined) throw new Error(`No system ${key}: ${Object.keys(systems).join(', ')}.`)
  return entry.open()
}
