/** All that the frame may tell the host page: never a word of the conversation. */
export type EmbedMessage =
  { readonly signpost: 'height'; readonly value: number } | { readonly signpost: 'exit' } | { readonly signpost: 'close' }

/** All that the host page tells the frame: here is who to answer. */
export interface HostMessage {
  readonly signpost: 'hello'
}
