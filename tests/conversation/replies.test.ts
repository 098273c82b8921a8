import { readdirSync, readFileSync } from 'node:fs'
import { replyIds } from '../../src/conversation/replyIds.js'
import { signpost } from '../signpost.js'

const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|njk)$/.test(file) && !file.endsWith('replyIds.ts'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n')

describe('the sentences of knowledge/replies', () => {
  it.each([...replyIds])('%s is said somewhere', (id) => {
    const [file = ''] = id.split('.')
    const byName = code.includes(`'${id}'`)
    const byKind = ['labels', 'emergency'].includes(file) && code.includes(`${file}.`)
    expect(byName || byKind).toBe(true)
  })

  it('are all known to the code', () => {
    const ids = [...signpost.knowledge.replies].flatMap(([file, sentences]) => Object.keys(sentences).map((key) => `${file}.${key}`))
    expect(ids.filter((id) => !(replyIds as readonly string[]).includes(id))).toEqual([])
  })
})
