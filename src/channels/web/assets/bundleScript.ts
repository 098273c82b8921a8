import { build } from 'esbuild'

/**
 * A script and all that it imports as one small file. A module (`esm`) runs only where govuk-frontend 6 does; `iife`
 * leaves no name behind on the page of somebody else.
 */
export async function bundleScript(file: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    treeShaking: true,
    sourcemap: false,
    write: false,
    format,
    target: 'es2017'
  })
  return outputFiles.map(({ text }) => text).join('')
}
