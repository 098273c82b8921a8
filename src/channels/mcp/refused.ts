import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { Reply } from '../../conversation/Reply.js'

/** What a tool gives when it cannot answer: a reply that still helps, behind the reason where there is one to tell. */
export const refused = ({ text }: Reply, reason?: string): CallToolResult => ({
  isError: true,
  content: [...(reason === undefined ? [] : [{ type: 'text' as const, text: reason }]), { type: 'text', text }]
})
