import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { say, signpost } from '../signpost.js'

type Told = Record<'danger' | 'calm', string[]>
const told = Object.entries(parse(readFileSync('tests/utterances/languages.yaml', 'utf8')) as Record<string, Told>)
const rows = (side: keyof Told): [string, string][] => told.flatMap(([id, of]) => of[side].map((said): [string, string] => [id, said]))
const replies = signpost.knowledge.languages

describe('other languages', () => {
  it.each(rows('danger'))('opens with 999 in the language and in English: %s: %s', (id, said) => {
    const reply = say(said)
    expect(reply.kind).toBe('emergency')
    expect(reply.text).toContain(replies.get(id)?.emergency)
    expect(reply.text).toContain(signpost.say('emergency.other-language'))
  })

  it.each(rows('calm').filter(([id]) => id !== 'english'))('says what works, without a false alarm: %s: %s', (id, said) => {
    const reply = say(said)
    expect(reply.kind).not.toBe('emergency')
    expect(reply.text).toContain(replies.get(id)?.other)
    expect(reply.services.length).toBeGreaterThanOrEqual(2)
  })

  it.each(rows('calm').filter(([id]) => id === 'english'))('reads English that looks like something else as English: %s: %s', (_, said) => {
    const { text } = say(said)
    expect([...replies.values()].filter(({ other }) => text.includes(other))).toEqual([])
  })
})
