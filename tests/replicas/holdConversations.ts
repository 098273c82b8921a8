import type { Replicas } from './besideReplicas.js'
import { emptyRedis } from './emptyRedis.js'
import { readRedis } from './readRedis.js'
import { told } from './told.js'
import { botTurn, newConversation, place, utterance, utterances, worry } from './turns.js'

/** That a conversation is one, whichever replica it comes to. */
export function holdConversations({ redis, a, b }: Replicas): void {
  it('hold one conversation, turn by turn', async () => {
    const conversation = newConversation()
    await botTurn(a(), conversation, worry)
    const there = await botTurn(b(), conversation, place)
    expect(there.text).toContain('BCP Council')
    expect(there.text).toBe(await told(b(), worry, place))
    expect(there.text).not.toBe(await told(b(), place))
    const back = await botTurn(a(), conversation, 'what are the signs?')
    expect(back.text).toBe(await told(a(), worry, place, 'what are the signs?'))
    expect(back.text).not.toBe(await told(a(), 'what are the signs?'))
  })

  it('lose none of 200 turns that one conversation takes at once', async () => {
    await emptyRedis(redis().url)
    const conversation = newConversation()
    const turns = Array.from({ length: 200 }, (_, index) => botTurn(index % 2 === 0 ? a() : b(), conversation, worry))
    const outcomes = await Promise.all(turns)
    const full = await told(b(), worry)
    expect(outcomes.filter(({ status, text }) => status !== 200 || text === '')).toEqual([])
    expect(outcomes.map(({ text }) => text)).toContain(full)
    const states = (await readRedis(redis().url)).filter(({ key }) => key.startsWith('signpost:state:'))
    expect(states.map(({ fields }) => fields['version'])).toEqual(['200'])
  })

  it('go on with a conversation when one is killed with turns in flight', async () => {
    const [killed, left] = [a(), b()]
    const conversation = newConversation()
    await botTurn(killed, conversation, worry)
    const words = Array.from({ length: 60 }, (_, index) => utterance(index))
    const turns = words.map((said) => botTurn(killed, newConversation(), said))
    await Promise.race(turns)
    killed.signal('SIGKILL')
    const outcomes = await Promise.all(turns)
    expect(outcomes.filter(({ status }) => status === 0).length).toBeGreaterThan(0)
    const again = outcomes.map(async (outcome, index) =>
      outcome.status === 0 ? await botTurn(left, newConversation(), words[index] ?? '') : outcome
    )
    const full = await Promise.all(utterances.map((said) => told(left, said)))
    expect((await Promise.all(again)).filter(({ status, text }) => status !== 200 || !full.includes(text))).toEqual([])
    expect((await botTurn(left, conversation, place)).text).toBe(await told(left, worry, place))
  })
}
