import { parsePattern, type Lists } from '../language/parsePattern.js'

type Patterned = ReadonlyMap<string, Partial<Record<Field, readonly string[]>>>
type Field = (typeof fields)[number]

const fields = ['phrases', 'checkPhrases', 'nearMisses'] as const

/** Says of each pattern that cannot be read which file and field it is in, and what is wrong with it. */
export function checkPatterns(folders: Readonly<Record<string, Patterned>>, lists: Lists, faults: string[]): void {
  for (const [folder, records] of Object.entries(folders))
    for (const [id, record] of records)
      for (const field of fields)
        for (const pattern of record[field] ?? []) {
          const fault = faultOf(pattern, lists)
          if (fault !== undefined) faults.push(`intents/${folder}/${id}.yaml: ${field}: ${fault}`)
        }
}

function faultOf(pattern: string, lists: Lists): string | undefined {
  try {
    parsePattern(pattern, lists)
    return undefined
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}
