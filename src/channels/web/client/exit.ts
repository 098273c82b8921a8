import { ExitThisPage } from 'govuk-frontend'
import { forget } from './forget.js'
import { leave } from './host.js'

/** The Design System's quick exit, but the page is emptied first and takes no place in the history. */
class QuickExit extends ExitThisPage {
  override exitPage(): void {
    forget()
    document.body.classList.add('govuk-exit-this-page-hide-content')
    leave(this.$button.href)
  }
}

/** Leaves by the button, by the second skip link, and by Shift pressed three times. */
export function startExit(): void {
  for (const root of document.querySelectorAll('[data-module="govuk-exit-this-page"]')) new QuickExit(root)
}
