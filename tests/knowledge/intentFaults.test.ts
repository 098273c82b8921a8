import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

describe('asks and hints, which the conversation knows by name', () => {
  it('are missed, and told apart from files that nobody asks for', () => {
    const root = mkdtempSync(join(tmpdir(), 'signpost-'))
    cpSync('tests/area/intents', join(root, 'intents'), { recursive: true })
    renameSync(join(root, 'intents/asks/signs.yaml'), join(root, 'intents/asks/sings.yaml'))
    rmSync(join(root, 'intents/hints/deaf.yaml'))
    const load = (): unknown => loadIntents(root)
    expect(load).toThrow('intents/asks/signs.yaml: the file is missing or faulty')
    expect(load).toThrow('intents/asks/sings.yaml: the conversation knows no "sings"; correct the name of the file or remove it')
    expect(load).toThrow('intents/hints/deaf.yaml: the file is missing or faulty')
    rmSync(root, { recursive: true })
  })
})
