/** What the server sends along with /embed.js: every word that the host page shows, and where "Exit this page" leads. */
export interface EmbedData {
  /** The words of the button, unless the script element has `data-label`. */
  readonly label: string
  /** The name of the dialog and of the frame. */
  readonly title: string
  readonly close: string
  readonly loading: string
  /** Where the whole page goes on "Exit this page". */
  readonly exit: string
  /** Shown when the chat does not load. */
  readonly fallback: {
    readonly heading: string
    readonly text: string
    readonly contacts: readonly { readonly name: string; readonly value: string; readonly link: string }[]
  }
}
