import type * as phoneNumbers from 'libphonenumber-js/max'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ids, officeHours, say, signpost } from '../signpost.js'

const { knowledge } = signpost

/** Its CommonJS build: the other imports JSON in a way that newer Nodes warn of. */
const { isValidPhoneNumber } = createRequire(import.meta.url)('libphonenumber-js/max') as typeof phoneNumbers

/** Numbers of three to six digits that no numbering plan of the library knows. */
const shortCodes = new Set(['999', '101', '111', '116 000', '116 123', '85258', '18000', '18001 101', '18001 111'])

const contactPoints = [...knowledge.services].flatMap(([id, service]) =>
  service.contactPoints.map((point) => ({
    id,
    status: point.status ?? service.status,
    kind: point.kind,
    value: 'number' in point ? point.number : 'address' in point ? point.address : point.url
  }))
)
const digits = (text: string): string => text.replace(/\D/g, '')
const current = contactPoints.filter((point) => point.status === 'current')
const withheld = contactPoints.filter(
  (point) => point.status !== 'current' && !current.some((c) => c.value === point.value) && point.kind !== 'web'
)

/** Everything that the bot says to many ways of asking: every service, topic, sign list and known question. */
const everything = [
  ...[...knowledge.services.values()].flatMap((service) => [`what is the number for ${service.name}`, ...service.aliases]),
  ...[...knowledge.topics.values()].flatMap((topic) => [
    topic.name,
    ...topic.aliases,
    `what are the signs: ${topic.name}`,
    `what should i do: ${topic.name}`
  ]),
  ...[...knowledge.facts.values(), ...knowledge.guidance.values()].flatMap((answer) => answer.questions.slice(0, 3)),
  ...withheld.map((point) => `is ${point.value} still right`)
]
const replies = everything.map((utterance) => ({ utterance, reply: signpost.respond({ utterance, at: officeHours }, {}).reply }))

describe('the numbers that are shown', () => {
  it('were asked for in many ways', () => {
    expect(replies.length).toBeGreaterThan(1_000)
    expect(withheld.length).toBeGreaterThan(15)
  })

  it("never include one that is stale, unverified or somebody else's", () => {
    const shown = replies.flatMap(({ utterance, reply }) => {
      const all = JSON.stringify({ services: reply.services, parts: reply.parts, text: reply.text })
      return withheld
        .filter(({ value, kind }) =>
          kind === 'phone' || kind === 'text'
            ? digits(all).includes(digits(value)) && all.replace(/[\s-]/g, '').includes(digits(value))
            : all.includes(value)
        )
        .map(({ value }) => `${utterance} -> ${value}`)
    })
    expect(shown).toEqual([])
  })

  it('are each a record', () => {
    const known = new Set(current.map((point) => digits(point.value)))
    const phone = /(?<![\d,/])(?:0\d[\d ]{7,12}\d|116 \d{3})(?!\d)/g
    const unknown = replies.flatMap(({ utterance, reply }) =>
      (reply.text.match(phone) ?? []).filter((number) => !known.has(digits(number))).map((number) => `${utterance} -> ${number}`)
    )
    expect(unknown).toEqual([])
  })

  it('stand with a council number that needs confirming: its page, the police and the NSPCC', () => {
    const confirm = [...knowledge.services]
      .filter(([, s]) => s.contactPoints.some((point) => point.confirmOn !== undefined))
      .map(([id]) => id)
    expect(confirm.length).toBe(3)
    const wrong = replies.filter(({ reply }) => {
      const offered = ids(reply)
      if (!offered.some((id) => confirm.includes(id))) return false
      const words = confirm
        .filter((id) => offered.includes(id))
        .every((id) => reply.parts.some((p) => p.type === 'service' && p.id === id && p.confirm?.includes('https://') === true))
      return !words || !offered.includes('dorset-police-101') || !offered.includes('nspcc-helpline')
    })
    expect(wrong.map(({ utterance }) => utterance)).toEqual([])
  })

  it.each(current.filter((point) => point.kind === 'phone' || point.kind === 'text').map((point) => [point.id, point.value]))(
    '%s: %s is a number that can be called',
    (_, number) => {
      expect(shortCodes.has(number) || isValidPhoneNumber(number, 'GB')).toBe(true)
    }
  )
})

describe('the contacts that the articles print', () => {
  const printed = [...knowledge.services].filter(([, service]) => service.printedIn.length > 0)

  it('are many', () => {
    expect(printed.length).toBeGreaterThan(20)
  })

  it.each(printed.map(([id, service]) => [id, service] as const))('%s can be asked for', (id, service) => {
    const reply = say(`what is the number for ${service.name}`)
    const named =
      [id, ...service.supersededBy].some((known) => ids(reply).includes(known)) || reply.text.includes(service.whyNotGiven ?? service.name)
    expect({ id, named, shown: named ? '' : reply.text.slice(0, 200) }).toEqual({ id, named: true, shown: '' })
  })

  it.each(withheld.map((point) => [point.value, point.id]))('a stale number gets an honest answer: %s', (value, id) => {
    const service = knowledge.services.get(id)
    const reply = say(`is ${value} still right?`)
    expect(reply.text).toContain(service?.whyNotGiven ?? 'Please do not use that one.')
  })
})

describe('the warning signs', () => {
  it.each([...(knowledge.signs.get('the-twelve-signs')?.signs ?? [])].map((sign) => [sign.says]))('of the articles: %s', (sign) => {
    expect(say('what are the signs that a child is being harmed').text).toContain(sign)
  })

  it('of the articles are twelve', () => {
    expect(knowledge.signs.get('the-twelve-signs')?.signs.length).toBe(12)
  })

  it.each(
    [...knowledge.topics]
      .filter(([, topic]) => topic.kind === 'concern' && topic.signs !== undefined)
      .map(([id, topic]) => [id, topic] as const)
  )('of %s can be asked for', (_, topic) => {
    const list = knowledge.signs.get(topic.signs ?? '')
    const asked = signpost.respond({ utterance: 'what are the signs', at: officeHours }, stateAfter(topic.name)).reply
    expect(asked.text).toContain(list?.signs[0]?.says)
  })
})

function stateAfter(utterance: string) {
  return signpost.respond({ utterance, at: officeHours }, {}).state
}

describe('the topics', () => {
  it.each([...knowledge.topics.keys()])('%s has examples and answers for a worried adult', (id) => {
    expect(readdirSync('intents/topics')).toContain(`${id}.yaml`)
    const topic = knowledge.topics.get(id)
    const reply = say(topic?.name ?? '')
    expect(reply.topic).toBe(id)
    expect(reply.services.length).toBeGreaterThan(0)
  })

  it('are named nowhere in src', () => {
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/${file}`, 'utf8'))
      .join('\n')
    const named = [...knowledge.topics.keys()].filter((id) => id.includes('-') && code.includes(`'${id}'`))
    expect(named).toEqual([])
  })
})
