import { execFileSync } from 'node:child_process'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Compiles the children into a new directory, so that they run in plain Node, as the product does, without tsx in their memory and their
 * start-up. Gives the directory of the scripts.
 */
export function compileChildren(project: string): { directory: string; scripts: string } {
  const directory = mkdtempSync(join(tmpdir(), 'bench-intents-'))
  const bench = join(project, 'bench/intents')
  const settings = {
    extends: join(project, 'tsconfig.json'),
    compilerOptions: {
      rootDir: project,
      outDir: directory,
      incremental: false,
      tsBuildInfoFile: null,
      typeRoots: [join(project, 'node_modules/@types')]
    },
    files: ['trainChild.ts', 'startChild.ts', 'natural.d.ts']
      .map((name) => join(bench, name))
      .concat(join(project, 'src/types/natural.d.ts')),
    include: []
  }
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(settings))
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ type: 'module' }))
  symlinkSync(join(project, 'node_modules'), join(directory, 'node_modules'))
  execFileSync(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-p', directory], { stdio: 'inherit' })
  return { directory, scripts: join(directory, 'bench/intents') }
}
