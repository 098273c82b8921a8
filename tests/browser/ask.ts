import type { Locator, Page } from 'playwright-core'

/** Types a question, sends it, and waits for the answer, with script or without. Gives the answer. */
export async function ask(page: Page, words: string): Promise<Locator> {
  await page.locator('#utterance').fill(words)
  return answerTo(page, () => page.locator('.signpost-question button').click())
}

/** Does something that asks, and waits for the answer. Gives the answer. */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<Locator> {
  const before = page.locator('[data-exchange]')
  const mark = 'data-seen-by-test'
  await before.evaluateAll((elements, name) => {
    for (const element of elements) element.setAttribute(name, '')
  }, mark)
  await act()
  const answer = page.locator(`[data-exchange]:not([${mark}])`)
  await answer.waitFor()
  await page.locator('body:not([aria-busy])').waitFor()
  return answer.first()
}

/** The kind of an answer, such as "signpost". */
export const kindOf = (answer: Locator): Promise<string | null> => answer.getAttribute('data-kind')
