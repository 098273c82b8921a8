/** What we use of govuk-frontend 6, which carries no types of its own. */
declare module 'govuk-frontend' {
  export class ExitThisPage {
    constructor(root: Element, config?: { i18n?: Readonly<Record<string, string>> })
    $button: HTMLAnchorElement
    exitPage(): void
  }
}
