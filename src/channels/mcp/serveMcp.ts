import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { pino } from 'pino'
import type { Signpost } from '../../conversation/loadSignpost.js'
import { createMcpServer } from './createMcpServer.js'

/**
 * Serves assistants over stdin and stdout, which belong to the protocol alone: the log goes to stderr. When stdin ends, or at SIGINT or
 * SIGTERM, the process has nothing left to do and ends.
 */
export async function serveMcp(signpost: Signpost): Promise<void> {
  const logger = pino({ base: null }, process.stderr)
  const server = createMcpServer(signpost, { logger })
  const stop = (): void => void server.close()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  // Only the name: the message of a line that is no JSON quotes that line.
  server.server.onerror = ({ name }) => {
    logger.error({ error: name })
  }
  await server.connect(new StdioServerTransport())
}
