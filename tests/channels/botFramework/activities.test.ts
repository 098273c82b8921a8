import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as AdaptiveCards from 'adaptivecards'
import { parse } from 'yaml'
import { adaptiveCard } from '../../../src/channels/botFramework/adaptiveCard.js'
import { createToActivity, type OutgoingActivity } from '../../../src/channels/botFramework/toActivity.js'
import type { Reply } from '../../../src/conversation/Reply.js'
import { createFailureReply } from '../../../src/conversation/createFailureReply.js'
import { say, signpost } from '../../signpost.js'

// The package's own entry is for bundlers.
const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js') as typeof AdaptiveCards

const lines = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n')
const routing = lines('tests/utterances/understanding/routing.jsonl').map((line) => JSON.parse(line) as { text: string })
const triage = parse(readFileSync('tests/utterances/triage-1.yaml', 'utf8')) as Record<string, string[]>
const utterances = [
  ...routing.map(({ text }) => text),
  ...Object.values(triage).flat().map(String),
  'hello',
  'what are the signs of grooming',
  ''
]

const numbers = [...signpost.knowledge.services.values()].flatMap(({ contactPoints }) =>
  contactPoints.flatMap((point) => ('number' in point ? [point.number] : []))
)
const toActivity = createToActivity(signpost.say, numbers)
const failureReply = createFailureReply(signpost.knowledge, signpost.say, signpost.makeOffer)
const replies: Reply[] = [
  ...utterances.map((utterance) => say(utterance)),
  failureReply('failure.unexpected'),
  failureReply('failure.too-long')
]
const told: { reply: Reply; activity: OutgoingActivity }[] = replies.map((reply) => ({ reply, activity: toActivity(reply, 'webchat') }))
const withCards = told.flatMap(({ reply, activity }) => (activity.attachments ?? []).map(({ content }) => ({ reply, content })))

/** What the reference implementation of Adaptive Cards has to say against a card of version 1.5. */
function faultsOf(content: object): string[] {
  const context = new cards.SerializationContext(cards.Versions.v1_5)
  const card = new cards.AdaptiveCard()
  card.parse(content, context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  return [...events, ...card.validateProperties().validationEvents.map(({ message }) => message)]
}

describe('every activity', () => {
  it('is tried on many replies of every kind', () => {
    expect(utterances.length).toBeGreaterThan(500)
    expect([...new Set(replies.map(({ kind }) => kind))].sort()).toEqual([
      'advice',
      'check',
      'clarify',
      'courtesy',
      'emergency',
      'fact',
      'notUnderstood',
      'refusal',
      'signpost',
      'signs'
    ])
  })

  it('has the whole reply as plain text', () => {
    for (const { reply, activity } of told) {
      expect(activity.text).toBe(reply.text)
      for (const { phone } of reply.services) if (phone !== undefined) expect(activity.text).toContain(phone)
    }
  })

  it('says the number of the first contact digit by digit, and no address of a page', () => {
    for (const { reply, activity } of told) {
      const digits = (reply.services[0]?.phone ?? '').replace(/\D/g, '')
      expect(activity.speak.replace(/,? /g, '')).toContain(digits)
      if (digits !== '') expect(activity.speak).toContain(digits.slice(0, 3).split('').join(' '))
      expect(activity.speak).not.toMatch(/https?:|www\./)
      expect(activity.speak.length).toBeGreaterThan(20)
    }
  })

  it('is small enough for Teams, which takes 28 KB', () => {
    expect(Math.max(...told.map(({ activity }) => Buffer.byteLength(JSON.stringify(activity))))).toBeLessThan(24_000)
  })

  it('waits for an answer exactly where the reply asks', () => {
    const hints = (kind: Reply['kind']): string[] => [
      ...new Set(told.filter(({ reply }) => reply.kind === kind).map(({ activity }) => activity.inputHint))
    ]
    expect(hints('emergency')).toEqual(['acceptingInput'])
    expect(hints('check')).toEqual(['expectingInput'])
    expect(hints('clarify')).toEqual(['expectingInput'])
  })
})

describe('what stands beside a card', () => {
  const brief = told.flatMap(({ reply, activity }) => {
    const shown = activity.channelData?.messageBack.displayText
    return shown === undefined ? [] : [{ reply, shown }]
  })

  it('is shown by Web Chat without what the card has', () => {
    expect(brief.length).toBe(told.length)
    for (const { reply, shown } of brief) {
      expect(shown).not.toBe('')
      expect(shown).not.toContain('\n\n')
      for (const part of reply.parts) {
        if (part.type === 'text' && reply.kind !== 'emergency') expect(shown).toContain(part.text)
        if (part.type === 'service' && part.expect !== undefined) expect(shown).not.toContain(part.expect)
      }
    }
  })

  it('opens with 999 in danger, and the call is the first suggested action', () => {
    const emergencies = told.filter(({ reply }) => reply.kind === 'emergency')
    expect(emergencies.length).toBeGreaterThan(50)
    for (const { activity } of emergencies) {
      expect(activity.channelData?.messageBack.displayText).toMatch(/^(Call|Ring) 999 now\.[^\n]*$/)
      expect(activity.suggestedActions?.actions[0]).toEqual({ type: 'call', title: 'Call 999', value: 'tel:999' })
    }
  })

  it('is the text itself in Teams, and the card has the whole', () => {
    for (const { reply } of told) {
      const { text, attachments, suggestedActions, channelData } = toActivity(reply, 'msteams')
      const [card] = attachments ?? []
      expect(card?.content.fallbackText ?? text).toBe(reply.text)
      if (reply.kind === 'emergency') expect(text).toMatch(/^(Call|Ring) 999 now\./)
      expect(suggestedActions?.actions.every(({ type }) => type === 'imBack') ?? true).toBe(true)
      expect(channelData).toBeUndefined()
    }
  })
})

describe('every card', () => {
  it('is as the schema of version 1.5 has it, and no field more', () => {
    expect(withCards.length).toBeGreaterThan(400)
    for (const { content } of withCards) expect(adaptiveCard.parse(content)).toEqual(content)
  })

  it('has nothing that the reference implementation of Adaptive Cards objects to', () => {
    for (const { content } of withCards) expect(faultsOf(content)).toEqual([])
    expect(
      faultsOf({ ...withCards[0]?.content, body: [{ type: 'TextBlock', text: 'x', weight: 'heavy' }, { type: 'Nothing' }] })
    ).toHaveLength(2)
  })

  it('can be tapped to call the first contact that has a telephone', () => {
    for (const { reply, content } of withCards) {
      const [service] = reply.services
      if (service?.phone !== undefined) expect(JSON.stringify(content)).toContain(`"url":"tel:${service.phone.replaceAll(' ', '')}"`)
    }
  })

  it('names every service of the reply, with its hours and what is to be confirmed', () => {
    for (const { reply, content } of withCards) {
      const shown = JSON.stringify(content.body)
      for (const part of reply.parts) {
        if (part.type !== 'service') continue
        expect(shown).toContain(JSON.stringify(part.name).slice(1, -1))
        expect(shown).toContain(JSON.stringify(part.hours).slice(1, -1))
        if (part.confirm !== undefined) expect(shown).toMatch(/confirm this number on the council's page/)
      }
    }
  })

  it('has all that is said in danger but the call for 999, which stands above it', () => {
    for (const { reply, content } of withCards.filter(({ reply: { kind } }) => kind === 'emergency'))
      for (const part of reply.parts) {
        const words = part.type === 'emergency' ? part.steps : part.type === 'text' ? [part.text] : []
        for (const said of words) expect(JSON.stringify(content.body)).toContain(JSON.stringify(said).slice(1, -1))
      }
  })

  it('says what happens next at the first contact, where nobody is in danger', () => {
    const signposts = withCards.filter(({ reply }) => reply.kind === 'signpost')
    expect(signposts.length).toBeGreaterThan(100)
    for (const { reply, content } of signposts) {
      const first = reply.parts.find((part) => part.type === 'service')
      if (first?.type === 'service' && first.expect !== undefined)
        expect(JSON.stringify(content.body)).toContain(JSON.stringify(first.expect).slice(1, -1))
    }
  })

  it('repeats the questions last, where their answers are', () => {
    const checks = withCards.filter(({ reply }) => reply.kind === 'check')
    expect(checks.length).toBeGreaterThan(20)
    for (const { content } of checks) expect(JSON.stringify(content.body.slice(-2))).toContain('in danger right now?')
  })

  it('has the answers to tap in Teams, where suggested actions may not be shown', () => {
    const card = toActivity(say('he said he would kill himself'), 'msteams').attachments?.[0]?.content
    expect(adaptiveCard.parse(card)).toEqual(card)
    expect(JSON.stringify(card)).toContain('"text":"Yes"')
    expect(faultsOf(card ?? {})).toEqual([])
  })

  it('says all where it cannot be shown', () => {
    for (const { reply, content } of withCards) expect(content.fallbackText).toBe(reply.text)
  })

  it('is left out where there is nothing to tap', () => {
    expect(toActivity(say('thank you'), 'webchat').attachments).toBeUndefined()
  })
})
