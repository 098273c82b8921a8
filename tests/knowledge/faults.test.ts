import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KnowledgeFaults } from '../../src/knowledge/Faults.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-'))
  cpSync('knowledge', join(root, 'knowledge'), { recursive: true })
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

const change = (file: string, from: string | RegExp, to: string): void => {
  const path = join(root, 'knowledge', file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}
const faults = (): readonly string[] => {
  try {
    loadKnowledge(root)
    return []
  } catch (error) {
    if (error instanceof KnowledgeFaults) return error.faults
    throw error
  }
}

describe('knowledge with faults', () => {
  it('has none as it ships', () => {
    expect(faults()).toEqual([])
  })

  it('names file, field and mend, for all faults at once', () => {
    change('services/ceop.yaml', 'organisation:', 'organistion:')
    change('services/childline.yaml', /checked: .*/, 'checked: 20261121')
    change('topics/neglect.yaml', /sources:[\s\S]*/, 'sources: []\n')
    rmSync(join(root, 'knowledge/areas/bcp.yaml'))
    const found = faults().join('\n')
    expect(found).toContain('knowledge/services/ceop.yaml: (whole file): unknown field organistion')
    expect(found).toContain('knowledge/services/childline.yaml: checked:')
    expect(found).toContain('in quotes')
    expect(found).toContain('knowledge/topics/neglect.yaml: sources: name at least one source')
  })

  it('finds references to records that do not exist', () => {
    change('topics/neglect.yaml', /^services:\n {2}public:.*$/m, 'services:\n  public: [nobody]')
    expect(faults().join('\n')).toMatch(/knowledge\/topics\/neglect.yaml: services: there is no "nobody"/)
  })

  it('finds asks and regions that do not exist', () => {
    change('topics/neglect.yaml', 'report-anonymously:', 'report-anonimously:')
    change('services/childline.yaml', /^serviceArea:\n {2}- uk$/m, 'serviceArea:\n  - ukk')
    const found = faults().join('\n')
    expect(found).toContain('knowledge/topics/neglect.yaml: servicesForAsk: there is no "report-anonimously"')
    expect(found).toContain('knowledge/services/childline.yaml: serviceArea: there is no "ukk"')
  })

  it('says when a file is no YAML', () => {
    change('services/ceop.yaml', 'organisation:', 'organisation: [')
    expect(faults().join('\n')).toContain('knowledge/services/ceop.yaml: not YAML')
  })
})
