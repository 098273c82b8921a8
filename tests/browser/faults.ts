import { readFileSync } from 'node:fs'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const script = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** 320 is also what a window of 1280 has at 400 %. */
const widths = [320, 375, 1280]
const looks = { light: { colorScheme: 'light', forcedColors: 'none' }, dark: { colorScheme: 'dark', forcedColors: 'none' } } as const
const forced = { colorScheme: 'light', forcedColors: 'active' } as const

/** The looks of a page by their names. */
export const allLooks = { ...looks, 'forced colours': forced }

/** What axe-core has against a page as it stands, by the success criteria of WCAG 2.2 A and AA. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${script}; 0`)
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run({ runOnly: values, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }, wcag)
}

/** The faults of a page at each width and in each look, what sticks out at the side, and what is too small to tap. */
export async function faultsEverywhere(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const found = [...(await sideways(page)), ...(await smallTargets(page))]
    for (const [look, media] of Object.entries(allLooks)) {
      await page.emulateMedia(media)
      found.push(...(await faultsOf(page)).map((fault) => `${look}: ${fault}`))
    }
    faults.push(...found.map((fault) => `${String(width)}: ${fault}`))
  }
  return faults
}

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    return scrollWidth > window.innerWidth ? [`${String(scrollWidth)} wide`] : []
  })

/** Buttons and links, but for those in a sentence, that are smaller than 24 by 24 CSS pixels. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isInSentence = ({ parentElement, innerText }: HTMLElement): boolean =>
      (parentElement?.innerText.trim().length ?? 0) > innerText.trim().length + 3
    return [...document.querySelectorAll<HTMLElement>('a, button, summary, input:not([type="hidden"]), textarea')]
      .filter((element) => element.checkVisibility() && !element.classList.contains('govuk-skip-link'))
      .filter((element) => !(element.tagName === 'A' && getComputedStyle(element).display === 'inline' && isInSentence(element)))
      .map((element) => ({ words: element.innerText.trim() || element.tagName, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ words, box }) => `${words}: ${String(Math.round(box.width))} by ${String(Math.round(box.height))}`)
  })
