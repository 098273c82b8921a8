import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KnowledgeFaults } from '../../src/knowledge/Faults.js'
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.js'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-'))
  cpSync('tests/area/knowledge', join(root, 'knowledge'), { recursive: true })
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

const path = (id: string): string => join(root, 'knowledge/pages', `${id}.yaml`)
const faults = (): readonly string[] => {
  try {
    loadKnowledge(root)
    return []
  } catch (error) {
    if (error instanceof KnowledgeFaults) return error.faults
    throw error
  }
}

describe('a page of text', () => {
  it.each([
    ['title: Safety\nsections: []', 'sections: write at least one section'],
    ['title: Safety\nsections: [{ heading: One }]', 'sections.0: write text, a list or steps below the heading'],
    ['title: Safety\nsections: [{ heading: One, text: [] }]', 'sections.0.text: write at least one paragraph, or take the field out'],
    ['title: Safety\nsections: [{ heading: One, texts: [Two.] }]', 'unknown field texts; correct its spelling or remove it'],
    ['title: Safety\nsections: [{ heading: One, list: [999] }]', 'put numbers and dates in quotes'],
    [`title: ${'x'.repeat(41)}\nsections: [{ heading: One, text: [Two.] }]`, 'title: write a title of at most 40 characters'],
    ['title: Safety\nsections: [{ heading: One, text: [Two.] }]\nsources: [{ article: none, says: x }]', 'sources: there is no "none"']
  ])('%j is faulty', (yaml, fault) => {
    writeFileSync(path('safety'), yaml)
    const found = faults().filter((line) => line.startsWith('knowledge/pages/safety.yaml: '))
    expect(found.join('\n')).toContain(fault)
  })

  it('is missed where it is not, and named where nobody would see it', () => {
    rmSync(path('privacy'))
    writeFileSync(path('about-us'), 'title: About us\nsections: [{ heading: One, text: [Two.] }]')
    expect(faults()).toEqual([
      'knowledge/pages/privacy.yaml: the page is missing; add it',
      'knowledge/pages/about-us.yaml: no such page is shown; remove it'
    ])
  })
})
