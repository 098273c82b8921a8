import type { IntentSystem } from '../IntentSystem.js'
import type { NlpjsOptions } from './createNlpjs.js'

interface Entry {
  /** What the table calls it. */
  readonly title: string
  /** Seconds that training may take before the system is given up. */
  readonly patience: number
  readonly open: () => Promise<IntentSystem>
}

/** The systems compared. Each is opened by itself, so that none pays for another's modules. */
export const systems: Readonly<Record<string, Entry>> = {
  signpost: { title: '**Signpost**', patience: 300, open: async () => (await import('./signpost.js')).signpost },
  'natural-bayes': { title: 'natural Bayes', patience: 300, open: async () => (await import('./naturalBayes.js')).naturalBayes },
  'natural-regression': {
    title: 'natural logistic regression',
    patience: 60,
    open: async () => (await import('./naturalRegression.js')).naturalRegression
  },
  nlpjs: { title: '@nlpjs/nlu', patience: 300, open: () => openNlpjs('nlpjs') },
  'nlpjs-spelling': { title: '@nlpjs/nlu, spellCheck', patience: 300, open: () => openNlpjs('nlpjs-spelling', { spellCheck: true }) },
  'nlpjs-none': { title: '@nlpjs/nlu, useNoneFeature', patience: 300, open: () => openNlpjs('nlpjs-none', { useNoneFeature: true }) },
  fuse: { title: 'fuse.js', patience: 300, open: async () => (await import('./fuse.js')).fuse }
}

async function openNlpjs(name: string, options?: NlpjsOptions): Promise<IntentSystem> {
  return (await import('./createNlpjs.js')).createNlpjs(name, options)
}

/** @throws Error naming the systems there are. */
export async function openSystem(key: string): Promise<IntentSystem> {
  const entry = systems[key]
  if (entry === undefined) throw new Error(`No system ${key}: ${Object.keys(systems).join(', ')}.`)
  return entry.open()
}
