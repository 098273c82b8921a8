import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseDocument } from 'yaml'
import type { z } from 'zod'

/** id (file name without .yaml) -> record. */
export type Records<T> = ReadonlyMap<string, T>

/**
 * Reads every YAML file of a folder against a schema.
 * What is wrong is added to `faults` as "file: field: mend"; a faulty file is left out.
 */
export function readRecords<S extends z.ZodType>(root: string, folder: string, schema: S, faults: string[]): Records<z.infer<S>> {
  const directory = join(root, folder)
  if (!existsSync(directory)) {
    faults.push(`${folder}/: the folder is missing; create it, or point SIGNPOST_AREA at a folder that has it`)
    return new Map()
  }
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  return new Map(
    files.flatMap((name): [string, z.infer<S>][] => {
      const record = readRecord(join(directory, name), `${folder}/${name}`, schema, faults)
      return record === undefined ? [] : [[basename(name, '.yaml'), record]]
    })
  )
}

/** Reads one YAML file against a schema; `undefined` when it has faults (which are added to `faults`). */
export function readRecord<S extends z.ZodType>(path: string, shown: string, schema: S, faults: string[]): z.infer<S> | undefined {
  if (!existsSync(path)) {
    faults.push(`${shown}: the file is missing`)
    return undefined
  }
  const document = parseDocument(readFileSync(path, 'utf8'), { uniqueKeys: true })
  if (document.errors.length > 0) {
    faults.push(...document.errors.map((error) => `${shown}: not YAML: ${error.message.split('\n')[0] ?? ''}`))
    return undefined
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  faults.push(...parsed.error.issues.map((issue) => `${shown}: ${issue.path.map(String).join('.') || '(whole file)'}: ${mend(issue)}`))
  return undefined
}

function mend(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}; correct its spelling or remove it`
  if (issue.code === 'invalid_type' && issue.expected === 'string') return `${issue.message}; put numbers and dates in quotes`
  return issue.message
}
