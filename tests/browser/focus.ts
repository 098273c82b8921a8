import type { Page } from 'playwright-core'

/** The words of what has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element instanceof HTMLElement && element !== document.body ? element.innerText.trim() || element.tagName : ''
  })

/** Goes through the page by Tab until it leaves it, and gives what was asked at each stop; "" where there was nothing to tell. */
async function atEachStop(page: Page, look: () => string): Promise<string[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
  })
  const told: string[] = []
  for (let stop = 0; stop < 100; stop++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.tagName)) === 'BODY') return told
    told.push(await page.evaluate(look))
  }
  throw new Error('There is no end to the stops: the keyboard is trapped.')
}

/** The words of every stop, in order. */
export const stopsOf = (page: Page): Promise<string[]> =>
  atEachStop(page, () => (document.activeElement instanceof HTMLElement ? document.activeElement.innerText.trim() : ''))

/** The stops that look no different with the focus on them. */
export async function unseenStops(page: Page): Promise<string[]> {
  const told = await atEachStop(page, () => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const forced = matchMedia('(forced-colors: active)').matches
    const seen = (): string => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = getComputedStyle(element)
      const outlined = outlineStyle !== 'none' && (forced || !/(^transparent$|, 0\)$)/.test(outlineColor))
      return [outlined ? outlineWidth : '', boxShadow, backgroundColor].join()
    }
    const withFocus = seen()
    element.blur()
    const without = seen()
    element.focus()
    return withFocus === without ? element.outerHTML.slice(0, 120) : ''
  })
  return told.filter((words) => words !== '')
}

/** The stops of which something else covers the whole, such as what stays at the top. */
export async function coveredStops(page: Page): Promise<string[]> {
  const told = await atEachStop(page, () => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const spots = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
      [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const)
    )
    const isSeen = spots.some(([x, y]) => {
      const found = document.elementFromPoint(x, y)
      return found !== null && (element.contains(found) || found.contains(element))
    })
    return isSeen ? '' : element.outerHTML.slice(0, 120)
  })
  return told.filter((words) => words !== '')
}
