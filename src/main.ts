import { pino } from 'pino'
import { loadBotbuilder } from './channels/botFramework/loadBotbuilder.js'
import { createApp, type AppSettings } from './channels/createApp.js'
import { lastWords } from './channels/lastWords.js'
import { readEmbedOrigins } from './channels/web/embed/readEmbedOrigins.js'
import { WrongSetting } from './channels/WrongSetting.js'
import { loadSignpost } from './conversation/loadSignpost.js'
import { areaRoot } from './knowledge/areaRoot.js'
import { KnowledgeFaults } from './knowledge/Faults.js'

/** Serves Signpost: the web page, REST and the Bot Framework channel. Settings come from the environment; see README. */
function main(): void {
  const { PORT = '3978', NODE_ENV, MicrosoftAppId, SIGNPOST_TURNS_PER_MINUTE = '60' } = process.env
  const embedOrigins = readEmbedOrigins(process.env['SIGNPOST_EMBED_ORIGINS'])
  const logger = pino({ base: null })
  const production = NODE_ENV === 'production'
  const named = MicrosoftAppId !== undefined && MicrosoftAppId !== ''
  const bot: Pick<AppSettings, 'bot'> = production && !named ? {} : { bot: { anonymous: !named, load: loadBotbuilder } }
  let stopping = false
  const isStopping = (): boolean => stopping
  const app = createApp(loadSignpost(areaRoot()), {
    perMinute: Number(SIGNPOST_TURNS_PER_MINUTE),
    logger,
    isStopping,
    embedOrigins,
    ...bot
  })
  const server = app.listen(Number(PORT), (error?: Error) => {
    if (error !== undefined) {
      process.stderr.write(`Signpost cannot listen on port ${PORT}: ${error.message}. Set PORT to another one.\n`)
      process.exitCode = 1
      return
    }
    process.stdout.write(`Signpost is ready: open http://localhost:${PORT}\n`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping = true
      server.close()
    })
  }
}

try {
  main()
} catch (error) {
  if (!(error instanceof KnowledgeFaults || error instanceof WrongSetting)) throw error
  process.stderr.write(`${error.message}\n${lastWords}\n`)
  process.exitCode = 1
}
