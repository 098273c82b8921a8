import { BaseAdapter, ConversationState as AgentsState, MessageFactory, TurnContext as AgentsContext } from '@microsoft/agents-hosting'
import { ConversationState as BotState, TestAdapter, TurnContext as BotContext } from 'botbuilder'
import { createMemoryStorage } from '../../src/channels/botFramework/storage/createMemoryStorage.js'
import { createOptimisticStorage } from '../../src/channels/botFramework/storage/createOptimisticStorage.js'
import { retryOnConflict } from '../../src/channels/botFramework/storage/retryOnConflict.js'
import { StateConflict } from '../../src/channels/botFramework/storage/StateConflict.js'
import type { StateStorage } from '../../src/channels/botFramework/storage/StateStorage.js'
import { createRedisStorage } from '../../src/channels/botFramework/storage/createRedisStorage.js'
import { besideRedis } from './redis/besideRedis.js'
import { startReplica } from './redis/startReplica.js'

interface Turn {
  readonly turns: () => Promise<number>
  readonly save: (turns: number) => Promise<void>
}

/** A turn of one conversation through botbuilder's ConversationState. */
function botTurn(storage: StateStorage): Turn {
  const state = new BotState(storage)
  const memory = state.createProperty<number>('turns')
  const activity = { type: 'message', channelId: 'test', conversation: { id: '1', isGroup: false, name: '', conversationType: '' } }
  const context = new BotContext(new TestAdapter(() => Promise.resolve()), activity)
  return {
    turns: () => memory.get(context, 0),
    save: async (turns) => {
      await memory.set(context, turns)
      await state.saveChanges(context)
    }
  }
}

const noAnswer = (): Promise<never> => Promise.reject(new Error('nobody is answered in this test'))

class SilentAdapter extends BaseAdapter {
  override sendActivities = noAnswer
  override updateActivity = noAnswer
  override deleteActivity = noAnswer
  override continueConversation = noAnswer
  override uploadAttachment = noAnswer
  override getAttachmentInfo = noAnswer
  override getAttachment = noAnswer
}

/** The same through the ConversationState of the Agents SDK. */
function agentsTurn(storage: StateStorage): Turn {
  const state = new AgentsState(storage)
  const memory = state.createProperty<number>('turns')
  const activity = MessageFactory.text('hello')
  activity.channelId = 'test'
  activity.conversation = { id: '1' }
  const context = new AgentsContext(new SilentAdapter(), activity)
  return {
    turns: () => memory.get(context, 0),
    save: async (turns) => {
      await memory.set(context, turns)
      await state.saveChanges(context)
    }
  }
}

const hosts = [
  { host: 'botbuilder', takeTurn: botTurn },
  { host: '@microsoft/agents-hosting', takeTurn: agentsTurn }
]

describe.each(hosts)('two turns at once with $host', ({ takeTurn }) => {
  const store = (): StateStorage => createMemoryStorage(() => new Date())

  it('lose one without the storage for a turn', async () => {
    const shared = store()
    const [first, second] = [takeTurn(shared), takeTurn(shared)]
    await Promise.all([first.turns(), second.turns()])
    await first.save(1)
    await expect(second.save(1)).resolves.toBeUndefined()
  })

  it.each([
    { begin: 'before anything was kept', before: 0 },
    { begin: 'later', before: 1 }
  ])('make the second conflict with it, $begin', async ({ before }) => {
    const shared = store()
    if (before > 0) await takeTurn(shared).save(before)
    const [first, second] = [takeTurn(createOptimisticStorage(shared)), takeTurn(createOptimisticStorage(shared))]
    expect(await Promise.all([first.turns(), second.turns()])).toEqual([before, before])
    await first.save(before + 1)
    await expect(second.save(before + 9)).rejects.toThrow(StateConflict)
    const third = takeTurn(createOptimisticStorage(shared))
    expect(await third.turns()).toBe(before + 1)
    await third.save(before + 2)
    await third.save(before + 3)
    expect(await takeTurn(shared).turns()).toBe(before + 3)
  })

  it('all count when each is done again after a conflict', async () => {
    const shared = store()
    const turn = async (): Promise<void> => {
      const own = takeTurn(createOptimisticStorage(shared))
      await own.save((await own.turns()) + 1)
    }
    await Promise.all(Array.from({ length: 30 }, () => retryOnConflict(turn, { baseMs: 2 })))
    expect(await takeTurn(shared).turns()).toBe(30)
  })
})

describe('retryOnConflict', () => {
  const fails = (times: number, error: Error = new StateConflict()) => {
    let done = 0
    return () => (done++ < times ? Promise.reject(error) : Promise.resolve(done))
  }
  const pauses: number[] = []
  const settings = {
    most: 4,
    baseMs: 10,
    capMs: 35,
    random: () => 0.5,
    sleep: (ms: number) => Promise.resolve(pauses.push(ms))
  }
  beforeEach(() => {
    pauses.length = 0
  })

  it('does it once when there is no conflict', async () => {
    await expect(retryOnConflict(fails(0), settings)).resolves.toBe(1)
    expect(pauses).toEqual([])
  })

  it('pauses for some part of a limit that doubles up to the cap', async () => {
    await expect(retryOnConflict(fails(4), settings)).resolves.toBe(5)
    expect(pauses).toEqual([5, 10, 17.5, 17.5])
  })

  it('gives up after so many further tries, with the conflict', async () => {
    await expect(retryOnConflict(fails(5), settings)).rejects.toThrow(StateConflict)
    expect(pauses).toHaveLength(4)
  })

  it('does not do again what failed for another reason', async () => {
    await expect(retryOnConflict(fails(1, new TypeError('other')), settings)).rejects.toThrow(TypeError)
    expect(pauses).toEqual([])
  })
})

besideRedis('two replicas on one Redis', ({ server, connect }) => {
  it('count each of 200 turns of one conversation that come at once', async () => {
    const key = 'test/conversations/busy/'
    const replicas = await Promise.all([startReplica(server().url, key, 100), startReplica(server().url, key, 100)])
    const ends = await Promise.all(replicas.map(({ takeTurns }) => takeTurns()))
    expect(ends.flatMap(({ lost }) => lost)).toEqual([])
    const { [key]: kept } = await createRedisStorage(await connect(), 'a secret of the tests').read([key])
    expect(kept).toEqual({ turns: 200, eTag: '200' })
    // They did get into each other's way.
    expect(ends.reduce((sum, { tries }) => sum + tries, 0)).toBeGreaterThan(210)
  })
})
