import './channels/forgetDebug.js'
import { createInterface } from 'node:readline'
import { ask } from './channels/cli/ask.js'
import { answerLine } from './channels/cli/batch.js'
import { chat } from './channels/cli/chat.js'
import { chatJson } from './channels/cli/chatJson.js'
import { createAnswer } from './channels/cli/createAnswer.js'
import { endWithReader } from './channels/cli/endWithReader.js'
import { help } from './channels/cli/help.js'
import { readUsage } from './channels/cli/readUsage.js'
import { whenStopped } from './channels/cli/whenStopped.js'
import { WrongUsage } from './channels/cli/WrongUsage.js'
import { lastWords } from './channels/lastWords.js'
import { loadSignpost } from './conversation/loadSignpost.js'
import { areaRoot } from './knowledge/areaRoot.js'
import { KnowledgeFaults } from './knowledge/Faults.js'

/** `cli ask "..."`, `cli chat`, `cli batch`, `cli mcp`: Signpost without a server and without a network; `--help` tells the rest. */
async function main(args: string[]): Promise<void> {
  const { command, words, plain, json, help: wanted } = readUsage(args)
  const { stdin: input, stdout: output, env } = process
  endWithReader(output)
  if (wanted) {
    output.write(help)
    return
  }
  const signpost = loadSignpost(areaRoot())
  if (command === 'ask') output.write(ask(words, signpost, { output, env, plain, json }))
  else if (command === 'chat') {
    const terminal = { input, output, env, plain, signal: whenStopped() }
    await (json ? chatJson(createAnswer(signpost), terminal) : chat(signpost, terminal))
  } else if (command === 'mcp') await (await import('./channels/mcp/serveMcp.js')).serveMcp(signpost)
  else {
    for await (const line of createInterface({ input })) {
      if (line.trim() !== '') output.write(`${JSON.stringify(answerLine(line, signpost.respond, () => new Date()))}\n`)
    }
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof KnowledgeFaults || error instanceof Error
  process.stderr.write(`${known ? error.message : 'Signpost stopped.'}\n${lastWords}\n`)
  process.exitCode = error instanceof WrongUsage ? 2 : 1
})
