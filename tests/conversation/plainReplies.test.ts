import { avoided } from '../../src/curation/check/plainWords.js'
import { fewestWords, readingAge, wordsOf } from '../../src/curation/readingAge.js'
import type { Part, Reply } from '../../src/conversation/Reply.js'
import type { Audience } from '../../src/knowledge/records/audience.js'
import { officeHours, signpost } from '../signpost.js'

const { knowledge } = signpost
const audiences: readonly Audience[] = ['public', 'child', 'parent-or-carer', 'professional', 'service-worker', 'worried-about-self']

const utterances = [
  ...[...knowledge.topics.values()].flatMap(({ name }) => [
    name,
    `what are the signs: ${name}`,
    `what should i do: ${name}`,
    `what happens next: ${name}`,
    `what is it: ${name}`
  ]),
  ...[...knowledge.services.values()].map(({ name }) => `what is the number for ${name}`),
  ...['hello', 'thank you', 'who sees what i type', 'can you keep a secret', 'what is the weather', 'asdf', '', 'when do they open'],
  ...[
    'he is hitting my mum right now',
    'my husband beats me',
    'i want to kill myself',
    'my child is missing',
    'i am deaf, he is hurting me now',
    'im hiding in the wardrobe he is downstairs i cant talk',
    'i am deaf and hiding in the wardrobe he is coming',
    'she took all her tablets'
  ]
]
/** Everything once for each audience, and each known question once. */
const replies = [
  ...audiences.flatMap((audience) => utterances.map((utterance) => ask(utterance, audience))),
  ...[...knowledge.facts.values(), ...knowledge.guidance.values()].map(({ questions }) => ask(questions[0] ?? '', 'public'))
]

function ask(utterance: string, audience: Audience): { utterance: string; audience: Audience; reply: Reply } {
  const { reply } = signpost.respond({ utterance, at: officeHours }, { audience })
  return { utterance, audience: reply.audience ?? audience, reply }
}

function saidBy(part: Part): string[] {
  if (part.type === 'text') return [part.text]
  if (part.type === 'emergency') return [part.heading, ...part.steps]
  return part.type === 'list' ? [part.title, ...part.items] : []
}

/** What is read before the first contact. */
function beforeContacts({ parts }: Reply): string {
  const first = parts.findIndex(({ type }) => type === 'service')
  return parts
    .slice(0, first < 0 ? parts.length : first)
    .flatMap(saidBy)
    .join('\n')
}

describe('a reply, whoever asks and whatever is asked', () => {
  it('is looked at in many kinds', () => {
    expect(replies.length).toBeGreaterThan(2_000)
    expect(new Set(replies.map(({ reply }) => reply.kind)).size).toBeGreaterThanOrEqual(8)
  })

  it('has at most 90 words before the first contact', () => {
    const { wordsBeforeContacts } = knowledge.wording
    const long = replies
      .map(({ utterance, audience, reply }) => ({ utterance, audience, words: wordsOf(beforeContacts(reply)).length }))
      .filter(({ words }) => words > wordsBeforeContacts)
    expect(long.map(({ utterance, audience, words }) => `${audience}, ${String(words)} words: ${utterance}`)).toEqual([])
  })

  /** What the articles say of teams, figures and people is written once, for everybody. */
  const facts = new Set([...knowledge.facts.values()].map(({ says }) => says.public))
  const isFromArticles = ({ topic, parts }: Reply): boolean =>
    knowledge.topics.get(topic ?? '')?.kind === 'information' || parts.some((part) => part.type === 'text' && facts.has(part.text))

  it('reads at age 11 or below, and for a child at age 9 or below', () => {
    const limits = knowledge.wording.readingAge
    const hard = replies
      .map(({ utterance, audience, reply }) => ({ utterance, audience, reply, text: reply.parts.flatMap(saidBy).join('\n') }))
      .filter(({ text }) => wordsOf(text).length >= fewestWords)
      .filter(
        ({ text, audience, reply }) => readingAge(text) > (audience === 'child' && !isFromArticles(reply) ? limits.child : limits.public)
      )
    expect(hard.map(({ utterance, audience, text }) => `${audience}, age ${readingAge(text).toFixed(1)}: ${utterance}`)).toEqual([])
  })

  it('uses none of the words that we avoid', () => {
    const used = replies.flatMap(({ utterance, reply }) =>
      avoided(reply.parts.flatMap(saidBy).join('\n'), knowledge.wording).map((words) => `${utterance}: ${words}`)
    )
    expect(used).toEqual([])
  })
})
