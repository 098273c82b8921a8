import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadIntents } from '../../src/knowledge/loadIntents.js'

describe('a pattern that cannot be read', () => {
  it.each([
    ['hints/deaf.yaml', 'phrases:\n', 'phrases:\n  - "(i am deaf"\n', /intents\/hints\/deaf\.yaml: phrases: .*bracket/],
    [
      'dangers/attack-now.yaml',
      'nearMisses:\n',
      'nearMisses:\n  - "{nobodys-list} hits"\n',
      /dangers\/attack-now\.yaml: nearMisses: .*nobodys-list/
    ]
  ])('is named with its file and field: %s', (file, from, to, expected) => {
    const root = mkdtempSync(join(tmpdir(), 'signpost-'))
    cpSync('intents', join(root, 'intents'), { recursive: true })
    const path = join(root, 'intents', file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
    expect(() => loadIntents(root)).toThrow(expected)
    rmSync(root, { recursive: true })
  })
})
