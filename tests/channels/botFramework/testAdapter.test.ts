import { ConversationState, TestAdapter } from 'botbuilder'
import { createHandle } from '../../../src/channels/botFramework/createHandle.js'
import { createMemory } from '../../../src/channels/botFramework/createMemory.js'
import type { IncomingActivity } from '../../../src/channels/botFramework/incomingActivity.js'
import { createMemoryStorage } from '../../../src/channels/botFramework/storage/createMemoryStorage.js'
import { createFailureReply } from '../../../src/conversation/createFailureReply.js'
import { officeHours, signpost } from '../../signpost.js'

const failureReply = createFailureReply(signpost.knowledge, signpost.say, signpost.makeOffer)

function testBot(): TestAdapter {
  const handle = createHandle(signpost, failureReply, () => officeHours)
  const state = new ConversationState(createMemoryStorage(() => officeHours))
  return new TestAdapter((context) =>
    handle(context.activity as unknown as IncomingActivity, createMemory(state, context), (activity) => context.sendActivity(activity))
  )
}

describe("the bot, through the Bot Framework SDK's own test adapter", () => {
  it('opens with 999 in danger', async () => {
    await testBot()
      .send('he is hitting my mum right now')
      .assertReply((activity) => {
        expect(activity.text).toMatch(/^(Call|Ring) 999 now\./)
      })
      .startTest()
  })

  it('keeps the place and the topic over a conversation', async () => {
    await testBot()
      .send('my neighbours kids are always filthy and hungry')
      .assertReply((activity) => {
        expect(activity.text).toContain('Where does the child live?')
        expect(activity.suggestedActions?.actions.map(({ value }) => String(value))).toContain('What are the signs?')
      })
      .send('poole')
      .assertReply((activity) => {
        expect(activity.text).toContain('BCP Council')
      })
      .send('What are the signs?')
      .assertReply((activity) => {
        expect(activity.text).toContain('No single sign proves')
      })
      .startTest()
  })

  it('says nothing to somebody who types', async () => {
    await testBot()
      .send({ type: 'typing' })
      .send('hello')
      .assertReply((activity) => {
        expect(activity.text).toContain('Hello')
      })
      .startTest()
  })
})
