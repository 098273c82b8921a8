import { createHash } from 'node:crypto'
import { parse } from 'node:path'

/** The name of a file that changes with its content, so that a browser may keep it for ever: `main.4f3a9c21.js` for `main.js`. */
export function hashedName(file: string, content: string): string {
  const { name, ext } = parse(file)
  return `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 8)}${ext}`
}
