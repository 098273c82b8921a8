import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Which rooms a room may import from. */
const arrows: Record<string, readonly string[]> = {
  language: [],
  knowledge: ['language'],
  triage: ['knowledge', 'language'],
  understanding: ['knowledge', 'language'],
  conversation: ['knowledge', 'language', 'triage', 'understanding'],
  channels: ['conversation', 'knowledge'],
  curation: ['conversation', 'knowledge', 'language', 'triage', 'understanding', 'channels']
}

/** Which rooms own a library; "*" is any. */
const libraries: Record<string, readonly string[]> = {
  zod: ['knowledge', 'conversation', 'channels', 'curation'],
  yaml: ['knowledge', 'curation'],
  express: ['channels'],
  'govuk-frontend': ['channels'],
  helmet: ['channels'],
  'express-rate-limit': ['channels'],
  compression: ['channels'],
  sirv: ['channels'],
  esbuild: ['channels'],
  sass: ['channels'],
  nunjucks: ['channels', 'curation'],
  botbuilder: ['channels'],
  '@microsoft': ['channels'],
  'zod-openapi': ['channels'],
  redis: ['channels'],
  'rate-limit-redis': ['channels'],
  pino: ['channels', 'main.ts'],
  '@modelcontextprotocol': ['channels'],
  uuid: ['channels'],
  eld: ['understanding'],
  'fuse.js': ['understanding'],
  natural: ['understanding'],
  'flesch-kincaid': ['curation'],
  syllable: ['curation'],
  'html-to-text': ['curation'],
  'libphonenumber-js': ['curation'],
  'linkify-it': ['curation'],
  'p-queue': ['curation'],
  'robots-parser': ['curation'],
  unpdf: ['curation']
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => ({ file, room: file.split('/')[0] ?? '', code: readFileSync(join('src', file), 'utf8') }))

const imports = files.flatMap(({ file, room, code }) =>
  [...code.matchAll(/(?:^(?:import|export|\}).*from |import\()'([^']+)'/gm)].map((found) => ({ file, room, from: found[1] ?? '' }))
)

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

describe('the rooms of src', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(100)
  })

  it.each(Object.keys(arrows))('%s imports only from the rooms below it', (room) => {
    const wrong = imports
      .filter((i) => i.room === room && i.from.startsWith('.'))
      .map((i) => ({ ...i, target: relative('src', join('src', dirname(i.file), i.from)).split('/')[0] ?? '' }))
      .filter(({ target }) => target !== room && !arrows[room]?.includes(target))
    expect(wrong.map((i) => `${i.file} -> ${i.from}`)).toEqual([])
  })

  it('uses each library only in the room that owns it', () => {
    const wrong = imports.filter(({ from, room }) => {
      if (from.startsWith('.') || from.startsWith('node:')) return false
      const name = from.split('/')[0] ?? ''
      return !(libraries[name] ?? []).includes(room)
    })
    expect(wrong.map((i) => `${i.file} -> ${i.from}`)).toEqual([])
  })

  it('has nothing outside a room but the composition roots', () => {
    expect(files.filter(({ file }) => !file.includes('/')).map(({ file }) => file)).toEqual(['cli.ts', 'main.ts'])
  })

  it('holds no phone number, but for the last words', () => {
    const numbers = /(?<![\w.-])(999|101|111|116 ?\d{3}|0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}|18000|85258)\b/
    const code = files.filter(({ file }) => file !== 'channels/lastWords.ts')
    expect(code.filter((f) => numbers.test(withoutComments(f.code))).map((f) => f.file)).toEqual([])
  })

  it('holds no sentence of a reply', () => {
    const sentences = readdirSync('knowledge/replies')
      .flatMap((file) => readFileSync(join('knowledge/replies', file), 'utf8').split('\n'))
      .map((line) => line.replace(/^\s*[\w-]*:?\s*"?/, '').replace(/"$/, ''))
      .filter((line) => line.split(' ').length >= 4)
    expect(sentences.length).toBeGreaterThan(50)
    const code = files.filter(({ file }) => file !== 'channels/lastWords.ts')
    expect(code.flatMap(({ file, code }) => sentences.filter((s) => code.includes(s)).map((s) => `${file}: ${s}`))).toEqual([])
  })
})
