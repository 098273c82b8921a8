/** What a reader of a page sees, and where its links go. */
export interface Page {
  readonly text: string
  readonly links: readonly PageLink[]
}

export interface PageLink {
  /** Where it goes, as written: "tel:", "mailto:", "sms:" or a web address. */
  readonly href: string
  /** What it shows; empty where that is not known, as in a PDF. */
  readonly text: string
}
