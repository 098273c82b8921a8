import { createInterface } from 'node:readline'
import { ask } from './channels/cli/ask.js'
import { answerLine } from './channels/cli/batch.js'
import { chat } from './channels/cli/chat.js'
import { lastWords } from './channels/lastWords.js'
import { loadSignpost } from './conversation/loadSignpost.js'
import { areaRoot } from './knowledge/areaRoot.js'
import { KnowledgeFaults } from './knowledge/Faults.js'

/** `cli ask "..."`, `cli chat`, `cli batch`: Signpost in a terminal, with no server and no network. */
async function main([command = '', ...words]: string[]): Promise<void> {
  const signpost = loadSignpost(areaRoot())
  if (command === 'ask') process.stdout.write(ask(words.join(' '), signpost, process.stdout.isTTY))
  else if (command === 'chat') await chat(signpost, process.stdin, process.stdout)
  else if (command === 'batch') {
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answerLine(line, signpost.respond, () => new Date()))}\n`)
    }
  } else throw new Error(`there is no command "${command}"; use ask, chat or batch`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof KnowledgeFaults || error instanceof Error
  process.stderr.write(`${known ? error.message : 'Signpost stopped.'}\n${lastWords}\n`)
  process.exitCode = 1
})
