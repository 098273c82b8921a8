import { readFileSync } from 'node:fs'

/** Rows of a CSV file with quoted fields (RFC 4180), by the names in its first row. */
export function readCsv(path: string, delimiter = ','): Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), delimiter)
  return rows.filter((row) => row.length === head.length).map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

function parse(text: string, delimiter: string): string[][] {
  const field = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\\r\\n]*)(${delimiter}|\\r?\\n|$)`, 'gy')
  const rows: string[][] = [[]]
  for (const [, raw = '', end = ''] of text.matchAll(field)) {
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '') break
    if (end !== delimiter) rows.push([])
  }
  return rows
}
