import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

/** What a tool gives: the data by its schema, and the same as text for assistants that read only that. */
export const answered = (text: string, structuredContent: Record<string, unknown>): CallToolResult => ({
  content: [{ type: 'text', text }],
  structuredContent
})
