import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { areaRoot } from '../../src/knowledge/areaRoot.js'
import { compileChildren } from './compileChildren.js'
import { corpusKeys } from './corpora/corpora.js'
import { measured, type Measured } from './Measured.js'
import { measureStart } from './measureStart.js'
import { findOption } from '../option.js'
import { publishedHint } from './publishedHint.js'
import { runNode } from './runNode.js'
import { systems } from './systems/systems.js'
import { table } from './table.js'

/**
 * `npx tsx bench/intents/compare.ts --data DIR [--peers DIR] [--systems a,b] [--corpora a,b] [--seconds 24] [--results FILE]`: every system on
 * every corpus, each in a process of its own, as one Markdown table. FILE gathers the figures; what is in it is not measured again.
 */
const data = findOption('--data')
if (data === undefined) throw new Error('Give --data DIR.')
const results = findOption('--results')
const seconds = findOption('--seconds') ?? '24'
const env = { SIGNPOST_AREA: areaRoot(), INTENT_PEERS: resolve(findOption('--peers') ?? '.') }
const chosen = (name: string, all: readonly string[]): readonly string[] => findOption(name)?.split(',') ?? all
const { directory, scripts } = compileChildren(resolve(import.meta.dirname, '../..'))
const all: Measured[] = results === undefined || !existsSync(results) ? [] : readResults(results)

for (const system of chosen('--systems', Object.keys(systems)))
  for (const corpus of chosen('--corpora', corpusKeys)) {
    if (all.some((m) => m.system === system && m.corpus === corpus)) continue
    const result = await measureOrDash(system, corpus, data)
    all.push(result)
    if (results !== undefined) appendFileSync(results, `${JSON.stringify(result)}\n`)
  }
rmSync(directory, { recursive: true })
process.stdout.write(`${table([...all, ...publishedHint(data)])}\n`)

/** No figures, and the reason on standard error, for a system that cannot be measured here. */
async function measureOrDash(system: string, corpus: string, from: string): Promise<Measured> {
  try {
    const result = await measure(system, corpus, from)
    process.stderr.write(`${system} on ${corpus}: ${(100 * (result.accuracy ?? NaN)).toFixed(1)}\n`)
    return result
  } catch (fault) {
    process.stderr.write(`${system} on ${corpus}: - (${fault instanceof Error ? fault.message : String(fault)})\n`)
    return { system, corpus, rows: 0, of: 0 }
  }
}

async function measure(system: string, corpus: string, from: string): Promise<Measured> {
  const model = mkdtempSync(join(directory, 'model-'))
  const line = await runNode(join(scripts, 'trainChild.js'), [system, corpus, from, seconds, model], env, systems[system]?.patience ?? 0)
  const start = await measureStart(scripts, system, model, env).catch(() => ({}))
  rmSync(model, { recursive: true })
  return { ...measured.parse(JSON.parse(line)), ...start }
}

function readResults(file: string): Measured[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => measured.parse(JSON.parse(line)))
}
