import type { Part, Reply } from '../../src/conversation/Reply.js'
import type { State } from '../../src/conversation/State.js'
import { audience as audiences, forAudience, textFor, type Audience } from '../../src/knowledge/records/audience.js'
import type { Topic } from '../../src/knowledge/records/topic.js'
import { officeHours, say, signpost, talk } from '../signpost.js'

const { knowledge, respond } = signpost

interface Asked {
  readonly how: string
  readonly audience: Audience
  readonly reply: Reply
  readonly state: State
}

function ask(utterance: string, state: State): Asked {
  const result = respond({ utterance, at: officeHours }, state)
  const audience = result.state.audience ?? 'public'
  return { how: `${audience}, ${JSON.stringify(state)}: ${utterance}`, audience, ...result }
}

const listsOf = (reply: Reply, role: string): string[] =>
  reply.parts.flatMap((part) => (part.type === 'list' && part.role === role ? part.items : []))

type Choices = Extract<Part, { type: 'choices' }>

const choicesOf = ({ parts }: Reply): Choices[] => parts.filter((part) => part.type === 'choices')
const offeredIn = (reply: Reply): string[] =>
  choicesOf(reply)
    .filter(({ role }) => role === 'next')
    .flatMap(({ choices }) => choices.map(({ utterance }) => utterance))

const concerns = [...knowledge.topics].filter(([, { kind }]) => kind === 'concern')

/** Every worry, named and asked about by every audience, with and without a place; and every known question about one. */
const opened = [
  ...audiences.options.flatMap((audience) =>
    concerns.flatMap(([topic, { name }]) =>
      [{}, { locality: 'leeds' }, { locality: 'poole', awaiting: 'place' } as const].flatMap((more) => [
        ask(name, { audience, ...more }),
        ...['who do i call', 'what are the signs', 'what do i do', 'what happens next', 'can i stay unnamed', 'what is it'].map(
          (utterance) => ask(utterance, { topic, audience, ask: 'who-to-call', ...more })
        )
      ])
    )
  ),
  ...[...knowledge.facts.values(), ...knowledge.guidance.values()].flatMap(({ questions }) =>
    questions.slice(0, 2).map((question) => ask(question, {}))
  )
]

const offers = opened.filter(({ reply }) => offeredIn(reply).length > 0)

/** What a next question promises of the reply to it. */
const kept: Readonly<Record<string, (reply: Reply, topic: Topic, audience: Audience) => boolean>> = {
  signs: (reply, topic) =>
    reply.kind === 'signs' && listsOf(reply, 'signs').length === knowledge.signs.get(topic.signs ?? '')?.signs.length,
  'what-to-do': (reply, topic, audience) =>
    reply.kind === 'advice' &&
    topic.whatToDo !== undefined &&
    listsOf(reply, 'do').join() === forAudience(topic.whatToDo, audience).do.join(),
  'what-happens-next': (reply, topic, audience) =>
    reply.kind === 'fact' && topic.whatHappensNext !== undefined && reply.text.includes(textFor(topic.whatHappensNext, audience)),
  anonymous: (reply, _, audience) => reply.kind === 'fact' && reply.text.includes(signpost.say('answers.anonymous', audience))
}

const keyOf = (utterance: string, audience: Audience): string =>
  Object.entries(knowledge.replies.get('next') ?? {}).find(([, words]) => textFor(words, audience) === utterance)?.[0] ?? 'unknown'

const aboutConcern = ({ kind, topic }: Reply): boolean =>
  ['signpost', 'signs', 'advice', 'fact'].includes(kind) && knowledge.topics.get(topic ?? '')?.kind === 'concern'

describe('next questions', () => {
  it('are looked at for every worry and every audience', () => {
    const seen = new Set(offers.map(({ reply, audience }) => `${reply.topic ?? ''}/${audience}`))
    expect(concerns.flatMap(([id]) => audiences.options.map((a) => `${id}/${a}`)).filter((pair) => !seen.has(pair))).toEqual([])
  })

  it('get the answer that they ask for, about the same worry, when they are tapped', () => {
    const misread = offers.flatMap(({ how, audience, reply, state }) =>
      offeredIn(reply).flatMap((utterance) => {
        const then = ask(utterance, state)
        const topic = knowledge.topics.get(reply.topic ?? '')
        const right = then.audience === audience && then.reply.topic === reply.topic && topic !== undefined
        return right && kept[keyOf(utterance, audience)]?.(then.reply, topic, audience) === true
          ? []
          : [`${how} -> ${utterance} -> ${then.reply.kind}, ${then.reply.topic ?? '-'}, ${then.reply.ask ?? '-'}`]
      })
    )
    expect(misread).toEqual([])
  })

  it('are two to four after every reply about a worry, and after no other', () => {
    const wrong = opened.filter(({ reply }) => {
      const { length } = offeredIn(reply)
      return aboutConcern(reply) ? length < 2 || length > 4 : length > 0
    })
    expect(wrong.map(({ how, reply }) => `${how}: ${reply.kind}, ${String(offeredIn(reply).length)}`)).toEqual([])
  })

  it('leave out what was just given and what we do not have', () => {
    expect(offeredIn(say('what are the signs of neglect'))).not.toContain('What are the signs?')
    expect(offeredIn(say('A child is neglected', 'What should I do?'))).not.toContain('What should I do?')
    const needless = offers.filter(({ reply, audience }) => {
      const keys = offeredIn(reply).map((utterance) => keyOf(utterance, audience))
      const signs = listsOf(reply, 'signs').length > 0 || knowledge.topics.get(reply.topic ?? '')?.signs === undefined
      return (keys.includes('signs') && signs) || (keys.includes('what-to-do') && listsOf(reply, 'do').length > 0)
    })
    expect(needless.map(({ how }) => how)).toEqual([])
  })

  it('speak to a child in its own words', () => {
    const reply = say('im 12 and my dad hits me')
    const [, calm] = talk('im 12 and my dad hits me', 'no')
    expect([reply, calm].find((r) => r !== undefined && offeredIn(r).length > 0)?.parts).toContainEqual(
      expect.objectContaining({
        role: 'next',
        choices: expect.arrayContaining([expect.objectContaining({ label: 'What will happen if I tell?' })])
      })
    )
  })

  it('stand after the contacts and before the line on 999', () => {
    const misplaced = offers.filter(({ reply }) => {
      const types = reply.parts.map((part) => (part.type === 'text' ? part.role : part.type))
      const at = types.indexOf('choices')
      return types.lastIndexOf('service') > at || types[at + 1] !== 'standing'
    })
    expect(misplaced.map(({ how }) => how)).toEqual([])
  })

  it('are a short line in plain text', () => {
    expect(say('A child is sexually exploited').text).toContain(
      '\n\nYou can also ask: What are the signs? What should I do? What happens if I get in touch? Do I have to give my name?\n\n'
    )
  })

  it.each(['he is hitting my mum right now', 'hello', 'asdf', 'what is the weather', 'how many children did the 2014 operation protect'])(
    'are not offered where they do not belong: %s',
    (utterance) => {
      expect(offeredIn(say(utterance))).toEqual([])
    }
  )

  it('leave Yes and No alone where danger is asked about', () => {
    const reply = say('my husband beats me')
    expect(reply.kind).toBe('check')
    expect(choicesOf(reply).map(({ role, choices }) => [role, choices.map(({ label }) => label)])).toEqual([[undefined, ['Yes', 'No']]])
  })

  it('ask nothing while no worry was told', () => {
    expect(say('what should i do').kind).not.toBe('advice')
    expect(say('what is polit', 'What should I do?').kind).not.toBe('advice')
  })
})

describe('what was understood', () => {
  it('is told by the names of the place and the topic', () => {
    expect(say('my neighbours kids in poole are always filthy and hungry').understood).toEqual({
      place: 'Poole',
      topic: knowledge.topics.get('neglect')?.name
    })
    expect(talk('my neighbours kids are always filthy and hungry', 'BH15 1AA')[1]?.understood).toMatchObject({ place: 'BH15' })
  })

  it('is left out where neither counts', () => {
    expect(say('hello').understood).toBeUndefined()
    expect(say('who do i call').understood).toBeUndefined()
    expect(talk('worried about a boy in Poole', 'thank you')[1]?.understood).toBeUndefined()
    expect(say('how can i get a kid to keep our chats secret from her mum').understood).toBeUndefined()
  })

  it('is only ever a name of the knowledge', () => {
    const places = new Set([...knowledge.localities.values()].flatMap((l) => [...l.places.map(({ name }) => name), ...l.postcodes]))
    const topics = new Set([...knowledge.topics.values()].map(({ name }) => name))
    const typed = ['my zebra in POOLE is hungry', 'bornemouth, my nephew is hit', 'child in bh21 4zz with zebra']
    const strange = [...opened.map(({ reply }) => reply), ...typed.map((utterance) => say(utterance))].filter(
      ({ understood: { place, topic } = {} }) => (place !== undefined && !places.has(place)) || (topic !== undefined && !topics.has(topic))
    )
    expect(strange).toEqual([])
  })
})
