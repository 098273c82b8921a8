import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const manifest = z.object({ devDependencies: z.object({ 'axe-core': z.string() }) })

/** The version of axe-core that package.json names, so that the accessibility statement tells the one that tests the pages. */
export function axeVersion(): string {
  const file = join(dirname(fileURLToPath(import.meta.url)), '../../../../package.json')
  return manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).devDependencies['axe-core']
}
