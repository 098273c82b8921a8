import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { Logger } from 'pino'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import { refused } from './refused.js'

export type Guard = <Input>(tool: string, answer: (input: Input) => CallToolResult) => (input: Input) => CallToolResult

/** Makes the guard around every tool: whatever breaks, the answer is the failure reply. The log holds the tool, the outcome and the time, no words. */
export const createGuard =
  (failureReply: FailureReply, logger: Logger | undefined): Guard =>
  (tool, answer) =>
  (input) => {
    const began = performance.now()
    try {
      const result = answer(input)
      logger?.info({ tool, refused: result.isError === true, ms: Math.round(performance.now() - began) })
      return result
    } catch (error) {
      logger?.error({ tool, error: error instanceof Error ? error.name : 'unknown' })
      return refused(failureReply('failure.unexpected'))
    }
  }
