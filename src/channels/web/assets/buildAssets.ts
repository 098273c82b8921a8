import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleScript } from './bundleScript.js'
import { compileStyles } from './compileStyles.js'
import { hashedName } from './hashedName.js'
import { publicDirectory } from './publicDirectory.js'
import { writeCompressed } from './writeCompressed.js'

/**
 * Builds all that a browser fetches beside the pages: files under hashed names, the manifest that tells these, and the
 * script for pages of others, which createEmbedScript finishes. The same sources give the same bytes.
 */
async function buildAssets(directory: string): Promise<void> {
  const web = 'src/channels/web'
  const files = Object.entries({
    'styles.css': compileStyles(`${web}/styles.scss`),
    'main.js': await bundleScript(`${web}/client/main.ts`, 'esm')
  }).map(([name, content]) => ({ name, file: hashedName(name, content), content }))
  const manifest = Object.fromEntries(files.map(({ name, file }) => [name, file]))
  const embed = await bundleScript(`${web}/client/embed.ts`, 'iife')
  mkdirSync(directory, { recursive: true })
  const written = files.flatMap(({ file, content }) => writeCompressed(directory, file, content))
  writeFileSync(join(directory, 'embed.js'), embed)
  writeFileSync(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  removeAllBut(directory, new Set([...written, 'embed.js', 'manifest.json']))
}

/** Last of all, so that at no moment a file is missing that is still asked for. */
function removeAllBut(directory: string, wanted: ReadonlySet<string>): void {
  for (const file of readdirSync(directory)) {
    if (!wanted.has(file)) rmSync(join(directory, file), { recursive: true, force: true })
  }
}

await buildAssets(publicDirectory)
