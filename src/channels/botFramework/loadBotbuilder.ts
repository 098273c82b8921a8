import type { LoadHost } from './createBotRouter.js'

/** The host on the Bot Framework SDK for JavaScript (`botbuilder`). App id and password come from the environment. */
export const loadBotbuilder: LoadHost = async (respond) => {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = await import('botbuilder')
  const { createSignpostBot } = await import('./createSignpostBot.js')
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(process.env))
  adapter.onTurnError = () => Promise.reject(new Error('the turn failed'))
  const bot = createSignpostBot(respond, new ConversationState(new MemoryStorage()), () => new Date())
  return (request, response) => adapter.process(request, response, (context) => bot.run(context))
}
