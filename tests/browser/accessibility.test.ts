import type { Page } from 'playwright-core'
import { pageIds } from '../../src/knowledge/records/page.js'
import { ask, kindOf } from './ask.js'
import { allLooks, faultsEverywhere, faultsOf } from './faults.js'
import { coveredStops, focused, stopsOf, unseenStops } from './focus.js'
import { inBrowser } from './inBrowser.js'
import { breakingWords } from './openSite.js'
import { replies } from './replies.js'
import type { VisitSettings } from './visit.js'

const worry = replies.signpost

const failures: [string, VisitSettings, (page: Page) => Promise<void>][] = [
  ['a page that does not exist', { path: '/nowhere' }, (page) => askAll(page)],
  ['a site that is stopping', { site: { isStopping: () => true } }, (page) => askAll(page)],
  ['a question that is too long', {}, (page) => askAll(page, 'word '.repeat(1_200))],
  ['too many questions', { site: { perMinute: 1 } }, (page) => askAll(page, 'hello', 'hello')],
  ['a site that breaks', {}, (page) => askAll(page, breakingWords)],
  ['a network that fails', {}, (page) => page.route('**/*', (route) => route.abort()).then(() => askAll(page, 'hello'))]
]

async function askAll(page: Page, ...all: string[]): Promise<void> {
  await page.locator('#utterance').evaluate((box) => {
    box.removeAttribute('maxlength')
  })
  for (const words of all) await ask(page, words)
}

inBrowser('accessibility', (open) => {
  it.each(['/', ...pageIds.map((id) => `/${id}`)])('has no fault at %s', async (path) => {
    const { page } = await open({ path })
    expect(await faultsEverywhere(page)).toEqual([])
  })

  it.each(Object.entries(replies))('has no fault in a reply of the kind %s', async (kind, words) => {
    const { page } = await open()
    const answer = await ask(page, words)
    expect(await kindOf(answer)).toBe(kind)
    for (const details of await answer.locator('summary').all()) await details.click()
    expect(await faultsEverywhere(page)).toEqual([])
  })

  it.each(failures)('has no fault after %s', async (_, settings, act) => {
    const { page } = await open({ ...settings, failing: true })
    await act(page)
    expect(await page.locator('body').innerText()).toContain('999')
    expect(await faultsEverywhere(page)).toEqual([])
  })

  // axe-core itself needs script, so that only the page's own is withheld.
  it('has no fault without its script, in a reply of any kind', async () => {
    const { page, origin } = await open({ failing: true, viewport: { width: 320, height: 800 } })
    await page.route('**/*.js', (route) => route.abort())
    for (const words of Object.values(replies)) {
      await page.goto(origin)
      await ask(page, words)
      expect(await page.locator('[data-tools]:visible').count()).toBe(0)
      expect(await faultsOf(page)).toEqual([])
    }
  })

  it('has no fault in the frame of somebody else', async () => {
    const { page } = await open({ path: '/embed', site: { embedOrigins: ['http://localhost'] } })
    expect(await faultsEverywhere(page)).toEqual([])
    await ask(page, worry)
    expect(await faultsEverywhere(page)).toEqual([])
  })

  it('begins with the skip links, and ends', async () => {
    const { page } = await open()
    const stops = await stopsOf(page)
    expect(stops.slice(0, 2)).toEqual(['Skip to the question', 'Exit this page quickly'])
    expect(stops.length).toBeGreaterThan(12)
  })

  it('is complete by keyboard alone', async () => {
    const { page } = await open()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('#utterance').evaluate((box) => box === document.activeElement)).toBe(true)
    await page.keyboard.type(replies.check)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Ask')
    await page.keyboard.press('Enter')
    await page.locator('[data-kind="check"]').waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Yes')
    await page.keyboard.press('Enter')
    await page.locator('[data-kind="emergency"]').waitFor()
  })

  it.each(Object.entries(allLooks))('shows where the focus is in the look "%s"', async (_, media) => {
    const { page } = await open(media)
    await ask(page, worry)
    expect(await unseenStops(page)).toEqual([])
  })

  it('covers no stop by the button that stays at the top', async () => {
    const { page } = await open({ viewport: { width: 320, height: 640 } })
    await ask(page, worry)
    expect(await coveredStops(page)).toEqual([])
  })

  it('moves nothing when less motion is wished for', async () => {
    const { page } = await open({ reducedMotion: 'reduce' })
    await ask(page, worry)
    const moving = await page.evaluate(
      () => document.getAnimations().length + Number(getComputedStyle(document.documentElement).scrollBehavior === 'smooth')
    )
    expect(moving).toBe(0)
  })

  it('allows nothing inline', async () => {
    const { page } = await open()
    const answer = await page.reload()
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-')
  })
})
