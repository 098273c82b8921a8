import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import type { FailureReply } from '../../conversation/createFailureReply.js'
import type { Signpost } from '../../conversation/loadSignpost.js'
import { state } from '../../conversation/State.js'
import { chatRequest, chatResponse, longestUtterance } from '../api/schemas.js'
import { answered } from './answered.js'
import { refused } from './refused.js'

/**
 * As REST has them, with the whole in place: the protocol wants an object there, and a reference to a named schema is none. What an
 * assistant adds is left aside, because the protocol refuses without a word of help.
 */
const input = z.object({
  ...chatRequest.shape,
  state: z.strictObject(state.shape).nullish().meta({ description: 'The state that the last answer gave back; ids only' })
})
const result = z.strictObject(chatResponse.shape)

/** The tool that answers a person's own words: one turn of a conversation, as REST gives it. */
export function signpostTool({ respond }: Signpost, failureReply: FailureReply, now: () => Date) {
  const config = {
    title: 'Whom to call about a worry for a child',
    description:
      "One turn of a conversation: a person's own words in, the reply and a state out. Looks for danger first. " +
      'Use it first for any worry about a child, and for questions about child protection in the area that Signpost covers. ' +
      'Pass the words unchanged, in any language, and the state of the last turn. The text of the answer is meant for the person.',
    inputSchema: input,
    outputSchema: result
  }
  const answer = ({ utterance, state }: z.infer<typeof input>): CallToolResult => {
    if (utterance.length > longestUtterance)
      return refused(failureReply('failure.too-long'), `utterance: at most ${String(longestUtterance)} characters`)
    const result = respond({ utterance, at: now() }, state ?? {})
    return answered(result.reply.text, result)
  }
  return { config, answer }
}
