import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Logger } from 'pino'
import { createFailureReply } from '../../conversation/createFailureReply.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import { createGuard } from './createGuard.js'
import { findServiceTool } from './findServiceTool.js'
import { instructions } from './instructions.js'
import { signpostTool } from './signpostTool.js'
import { warningSignsTool } from './warningSignsTool.js'

export interface McpSettings {
  readonly logger?: Logger
  readonly now?: () => Date
}

/** Everything here only reads records that are in memory: it changes nothing, asks nobody, and says the same again within the minute. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/** Signpost as three tools for assistants (Model Context Protocol), without a transport. Whatever breaks inside a tool, its answer still helps. */
export function createMcpServer(signpost: Signpost, { logger, now = () => new Date() }: McpSettings = {}): McpServer {
  const { knowledge, say, makeOffer } = signpost
  const server = new McpServer({ name: 'signpost', title: 'Signpost', version: '0.1.0' }, { instructions: instructions(knowledge, say) })
  const failureReply = createFailureReply(knowledge, say, makeOffer)
  const guard = createGuard(failureReply, logger)
  const [turn, find, signs] = [signpostTool(signpost, failureReply, now), findServiceTool(signpost, now), warningSignsTool(signpost, now)]
  server.registerTool('signpost', { ...turn.config, annotations }, guard('signpost', turn.answer))
  server.registerTool('find_service', { ...find.config, annotations }, guard('find_service', find.answer))
  server.registerTool('warning_signs', { ...signs.config, annotations }, guard('warning_signs', signs.answer))
  return server
}
