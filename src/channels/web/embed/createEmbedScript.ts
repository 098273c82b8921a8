import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicDirectory } from '../assets/publicDirectory.js'
import type { EmbedData } from '../client/EmbedData.js'

/**
 * The built script with its words, in a function of its own: it leaves no name behind on the host page.
 * @throws Error when the last build did not make it.
 */
export function createEmbedScript(data: EmbedData): string {
  return `(function(signpostEmbed){${readBuilt()}\n})(${JSON.stringify(data)})\n`
}

function readBuilt(): string {
  try {
    return readFileSync(join(publicDirectory, 'embed.js'), 'utf8')
  } catch {
    throw new Error(`There is no embed.js in ${publicDirectory}: run npm run build.`)
  }
}
