/** How a channel shows what we send it. */
export interface Look {
  /** Suggested actions are shown, so a card need not have them too. */
  readonly suggests: boolean
  /** A suggested action may call a number. */
  readonly calls: boolean
  /** Beside a card the text is short: it is shown above the card, and nothing can say so to the client alone. */
  readonly shortText: boolean
}

const webChat: Look = { suggests: true, calls: true, shortText: false }
const looks: Readonly<Record<string, Look>> = {
  webchat: webChat,
  directline: webChat,
  emulator: webChat,
  // Teams shows suggested actions in personal chats only, of the type imBack only.
  msteams: { suggests: false, calls: false, shortText: true }
}

/** Of a channel that we do not know the least is expected. */
export const lookOf = (channelId: string): Look => looks[channelId] ?? { suggests: false, calls: false, shortText: false }
