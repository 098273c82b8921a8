import type { Page } from 'playwright-core'
import { ask } from './ask.js'
import { inBrowser } from './inBrowser.js'
import { exitTo, type Visit } from './visit.js'

const canary = 'marmalade zebra'
const worry = `my ${canary} is always hungry in weymouth`
const words = /marmalade|zebra|weymouth|01305 228866/i

/** All that a page shows or holds, with what was typed into it. */
const heldBy = (page: Page): Promise<string> => page.evaluate(held)

const held = (): string => {
  const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value)
  return [document.documentElement.outerHTML, ...typed].join('\n')
}

interface Leaving {
  /** "replace" takes the place of the page in the history. */
  readonly how: string
  /** What the page held when it was told to leave. */
  readonly page: string
}

/** Does something that leads to the exit, and tells how the page was left. */
async function leaveBy(page: Page, act: () => Promise<void>): Promise<Leaving | undefined> {
  const leavings: Leaving[] = []
  await page.exposeFunction('noteLeaving', (how: string, held: string) => leavings.push({ how, page: held }))
  await page.evaluate(`navigation.addEventListener('navigate', (event) => { noteLeaving(event.navigationType, (${held.toString()})()) })`)
  await act()
  await page.waitForURL(exitTo)
  return leavings.at(-1)
}

async function talk({ page }: Visit): Promise<void> {
  const answer = await ask(page, worry)
  expect(await answer.innerText()).toMatch(words)
  await page.locator('#utterance').fill(`more of the ${canary}`)
}

const exits: [string, (page: Page) => Promise<void>][] = [
  ['the button', (page) => page.locator('.govuk-js-exit-this-page-button').click()],
  [
    'the second skip link',
    async (page) => {
      await page.locator('.govuk-skip-link').nth(1).focus()
      await page.keyboard.press('Enter')
    }
  ],
  [
    'Shift pressed three times',
    async (page) => {
      for (const lit of [1, 2]) {
        await page.keyboard.press('Shift')
        expect(await page.locator('.govuk-exit-this-page__indicator--visible').count()).toBe(1)
        expect(await page.locator('.govuk-exit-this-page__indicator-light--on').count()).toBe(lit)
      }
      await page.keyboard.press('Shift')
    }
  ]
]

inBrowser('leaving', (open) => {
  it.each(exits)('by %s empties the page first and leaves no way back to the words', async (_, exit) => {
    const visit = await open()
    const { page } = visit
    await talk(visit)
    const left = await leaveBy(page, () => exit(page))
    expect(left?.how).toBe('replace')
    expect(left?.page).toContain('id="conversation"')
    expect(left?.page).not.toMatch(words)
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    await page.goForward()
    expect(page.url()).toBe(exitTo)
  })

  it('shows no words again by Back after a link was followed', async () => {
    const visit = await open()
    await talk(visit)
    await visit.page.locator('a[href="/safety"]').first().click()
    await visit.page.waitForURL('**/safety')
    await visit.page.goBack()
    await visit.page.locator('#utterance').waitFor()
    expect(await heldBy(visit.page)).not.toMatch(words)
  })

  it('makes the page anew when the browser kept it', async () => {
    const visit = await open()
    const { page } = visit
    await talk(visit)
    const made = page.waitForEvent('domcontentloaded')
    await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    await made
    expect(await heldBy(page)).not.toMatch(words)
  })

  it('empties the page whenever it is left', async () => {
    const visit = await open()
    await talk(visit)
    await visit.page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide'))
    })
    expect(await heldBy(visit.page)).not.toMatch(words)
  })

  it('shows no words again by Reload', async () => {
    const visit = await open()
    await talk(visit)
    await visit.page.reload()
    expect(await heldBy(visit.page)).not.toMatch(words)
  })

  it('is a plain link without script', async () => {
    const visit = await open({ javaScriptEnabled: false })
    await talk(visit)
    await visit.page.locator('.govuk-js-exit-this-page-button').click()
    await visit.page.waitForURL(exitTo)
  })

  it('shows no words again by Back without script either', async () => {
    const visit = await open({ javaScriptEnabled: false, untouched: true })
    const { page, logged } = visit
    await talk(visit)
    await page.locator('a[href="/safety"]').first().click()
    await page.waitForURL('**/safety')
    const before = logged.length
    await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS')
    await page.waitForURL(/^chrome-error:/)
    await page.waitForLoadState()
    expect(await heldBy(page)).not.toMatch(words)
    expect(logged).toHaveLength(before)
  })

  it.each([
    ['the button', '.govuk-js-exit-this-page-button'],
    ['the second skip link', '.govuk-js-exit-this-page-skiplink']
  ])('is possible from a page of text by %s', async (_, link) => {
    const { page } = await open({ path: '/safety' })
    await page.locator(link).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(exitTo)
  })
})

describe.each([
  ['with script', true],
  ['without script', false]
])('%s', (_, javaScriptEnabled) => {
  inBrowser('a conversation', (open) => {
    it('leaves no trace', async () => {
      const visit = await open({ javaScriptEnabled })
      const { page, context, asked, logged } = visit
      await talk(visit)
      const traces = await page.evaluate(async () => ({
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: await indexedDB.databases(),
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        state: history.state as unknown
      }))
      expect(traces).toEqual({ cookie: '', local: 0, session: 0, databases: [], caches: [], workers: 0, state: null })
      expect(await context.cookies()).toEqual([])
      const seen = [await page.title(), page.url(), ...asked, ...logged]
      expect(seen.length).toBeGreaterThan(4)
      expect(seen.join('\n')).not.toMatch(/marmalade|zebra|weymouth|hungry|neglect/i)
      expect(asked.filter((address) => address.includes('?'))).toEqual([])
    })
  })
})
