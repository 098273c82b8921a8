import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds knowledge/, intents/ and models/: SIGNPOST_AREA, or this project. */
export function areaRoot(): string {
  const area = process.env['SIGNPOST_AREA']
  return area === undefined || area === '' ? join(dirname(fileURLToPath(import.meta.url)), '../..') : resolve(area)
}
