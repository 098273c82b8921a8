import { ConversationState, MemoryStorage, TestAdapter } from 'botbuilder'
import { createSignpostBot } from '../../src/channels/botFramework/createSignpostBot.js'
import { officeHours, signpost } from '../signpost.js'

function testBot(): TestAdapter {
  const bot = createSignpostBot(signpost.respond, new ConversationState(new MemoryStorage()), () => officeHours)
  return new TestAdapter((context) => bot.run(context))
}

describe("the bot, through the SDK's own adapter", () => {
  it('opens with 999 in danger', async () => {
    await testBot()
      .send('he is hitting my mum right now')
      .assertReply((activity) => {
        expect(activity.text).toMatch(/^(Call|Ring) 999 now\./)
      })
      .startTest()
  })

  it('keeps the place between turns', async () => {
    await testBot()
      .send('my neighbours kids are always filthy and hungry')
      .assertReply((activity) => {
        expect(activity.text).toContain('Where does the child live?')
      })
      .send('poole')
      .assertReply((activity) => {
        expect(activity.text).toContain('BCP Council')
      })
      .startTest()
  })

  it('offers choices as suggested actions', async () => {
    await testBot()
      .send('hello')
      .assertReply((activity) => {
        expect(activity.suggestedActions?.actions.length).toBeGreaterThan(2)
        expect(activity.locale).toBe('en-GB')
      })
      .startTest()
  })

  it('offers what can be asked next, and answers it', async () => {
    await testBot()
      .send('my neighbours kids are always filthy and hungry')
      .assertReply((activity) => {
        expect(activity.suggestedActions?.actions.map(({ value }) => String(value))).toContain('What are the signs?')
      })
      .send('What are the signs?')
      .assertReply((activity) => {
        expect(activity.text).toContain('No single sign proves')
      })
      .startTest()
  })

  it('answers a message without words', async () => {
    await testBot()
      .send({ type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/x.png' }] })
      .assertReply((activity) => {
        expect(activity.text).toContain('999')
      })
      .startTest()
  })
})
