import type { Locator, Page } from 'playwright-core'

/** Types a question, sends it, and waits for the answer, with script or without. Gives the answer. */
export async function ask(page: Page, words: string): Promise<Locator> {
  await page.locator('#utterance').fill(words)
  return answerTo(page, () => page.locator('.signpost-question button').click())
}

/** Does something that asks, and waits for the answer. Gives the answer. */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<Locator> {
  const all = page.locator('[data-exchange]')
  await all.evaluateAll((elements) => {
    for (const element of elements) {
      element.setAttribute('data-seen', '')
    }
  })
  await act()
  await page.locator('[data-exchange]:not([data-seen])').waitFor()
  await page.locator('body:not([aria-busy])').waitFor()
  return all.nth((await all.count()) - 1)
}

/** The kind of an answer, such as "signpost". */
export const kindOf = (answer: Locator): Promise<string | null> => answer.getAttribute('data-kind')
