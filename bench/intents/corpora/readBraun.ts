import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Corpus } from './Corpus.js'

const schema = z.object({ sentences: z.array(z.object({ text: z.string(), intent: z.string(), training: z.boolean() })) })

/** A corpus of Braun et al. 2017. "None" is an intent here: it has training lines. */
export function readBraun(path: string): Corpus {
  const { sentences } = schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const half = (training: boolean) => sentences.filter((s) => s.training === training).map((s) => ({ text: s.text, label: s.intent }))
  return { train: half(true), test: half(false) }
}
