import type { Locator, Page } from 'playwright-core'

/** Style options with which Web Chat shows the beginning of an answer; it would go to the end, and 999 stands at the beginning. */
export const fromTheStart = { autoScrollSnapOnActivity: true, autoScrollSnapOnPage: true }

/** The answers that Web Chat shows, the welcome first. */
export const answersIn = (page: Page): Locator =>
  page.locator('[role="feed"] article').filter({ has: page.locator('.webchat__bubble:not(.webchat__bubble--from-user)') })

/** The messages of the person that Web Chat shows. */
export const saidIn = (page: Page): Locator => page.locator('[role="feed"] .webchat__bubble--from-user')

/** The answers that can be tapped below the conversation. */
export const suggestionsIn = (page: Page): Locator => page.getByRole('toolbar', { name: 'Suggested actions' }).getByRole('button')

/** Does something that asks, and waits for one more answer. Gives the answer. */
export async function answerAfter(page: Page, act: () => Promise<void>): Promise<Locator> {
  const before = await answersIn(page).count()
  await act()
  const answer = answersIn(page).nth(before)
  await answer.waitFor()
  return answer
}

/** Types words, sends them by the keyboard, and waits for the answer. */
export const ask = (page: Page, words: string): Promise<Locator> =>
  answerAfter(page, async () => {
    await page.getByRole('textbox', { name: 'Message input box' }).fill(words)
    await page.keyboard.press('Enter')
  })
