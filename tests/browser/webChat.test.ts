import type { Page } from 'playwright-core'
import { botApp, hosts } from '../channels/botFramework/hosts.js'
import { openDirectLine, type DirectLineService } from '../channels/directLine/openDirectLine.js'
import { describeWith } from '../describeWith.js'
import { findWebChat } from './findWebChat.js'
import { inBrowser } from './inBrowser.js'
import { openWebChatPage, type WebChatPage } from './openWebChatPage.js'
import { answerAfter, answersIn, ask, fromTheStart, saidIn, suggestionsIn } from './webChatActs.js'

const worry = 'my neighbours kids are always filthy and hungry'
const phone = { width: 375, height: 667 }

const set = describeWith(findWebChat(), 'Web Chat', 'Its bundle is not here: .ci/run fetches it, or set WEBCHAT_BUNDLE.')

set.each(hosts)('Web Chat and the bot on %s', (_, load) => {
  inBrowser('a conversation', (open) => {
    let webChat: WebChatPage
    let service: DirectLineService
    beforeAll(async () => {
      webChat = await openWebChatPage()
      service = await openDirectLine(botApp(load), 'normal')
    })
    afterAll(async () => {
      await service.close()
      await webChat.close()
    })

    /** A page that has welcomed the person. */
    const chat = async (viewport = { width: 1280, height: 900 }): Promise<Page> => {
      const { page } = await open({ viewport, known: [webChat.origin, new URL(service.domain).origin] })
      const asked = new URLSearchParams({ domain: service.domain, style: JSON.stringify(fromTheStart) })
      await page.goto(`${webChat.origin}/?${asked.toString()}`)
      await answersIn(page).first().waitFor()
      return page
    }

    it('begins with what this is, 999 and common questions', async () => {
      const page = await chat()
      const welcome = await answersIn(page).first().innerText()
      expect(welcome).toMatch(/999[\s\S]*computer program/)
      expect(await suggestionsIn(page).allInnerTexts()).toContain('A child is missing or keeps running away')
      expect(await answersIn(page).count()).toBe(1)
    })

    it('answers typed words with a card of contacts, and a suggested action with what it says', async () => {
      const page = await chat()
      const first = await ask(page, worry)
      expect(await first.innerText()).toContain('Where does the child live?')
      await first.getByRole('heading', { name: 'NSPCC Helpline' }).waitFor()
      expect(await first.getByRole('button', { name: 'Call 0808 800 5000' }).count()).toBe(1)
      const placed = await ask(page, 'poole')
      expect(await placed.getByRole('heading', { name: /^BCP Council/ }).count()).toBeGreaterThan(0)
      expect(await placed.getByRole('heading', { name: /^Dorset Council/ }).count()).toBe(0)
      const signs = await answerAfter(page, () => suggestionsIn(page).filter({ hasText: 'What are the signs?' }).click())
      expect(await signs.innerText()).toContain('No single sign proves')
      expect(await saidIn(page).last().innerText()).toContain('What are the signs?')
    })

    it('takes a choice that is tapped, below its question', async () => {
      const page = await chat()
      const check = await ask(page, 'he said he would kill himself')
      await check.getByText('Is someone in danger right now?').last().waitFor()
      const no = await answerAfter(page, () => suggestionsIn(page).filter({ hasText: 'No' }).click())
      expect(await no.innerText()).not.toMatch(/(Call|Ring) 999 now/)
      await ask(page, 'he said he would kill himself')
      expect(await suggestionsIn(page).allInnerTexts()).toEqual(['Yes', 'No'])
      const yes = await answerAfter(page, () => suggestionsIn(page).first().click())
      expect(await yes.innerText()).toMatch(/(Call|Ring) 999 now/)
    })

    it('shows 999 first, where the person looks', async () => {
      const page = await chat(phone)
      const answer = await ask(page, 'he is hitting my mum right now')
      expect(await answer.locator('.webchat__bubble').first().innerText()).toMatch(/^(Call|Ring) 999 now\./)
      await expectInView(page, /^(Call|Ring) 999 now\./)
    })

    it('calls when a number is tapped', async () => {
      const page = await chat(phone)
      const answer = await ask(page, 'he is hitting my mum right now')
      await page.evaluate(() => {
        window.open = (address) => {
          document.title = String(address)
          return null
        }
      })
      await answer.getByRole('button', { name: 'Call 999' }).click()
      expect(await page.title()).toBe('tel:999')
      await answer.getByRole('button', { name: 'Call 0800 1111' }).click()
      expect(await page.title()).toBe('tel:08001111')
    })

    it('fits a phone', async () => {
      const page = await chat(phone)
      for (const words of [worry, 'he said he would kill himself', 'what are the signs of grooming', 'what about school'])
        await ask(page, words)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
      for (const button of await answersIn(page).getByRole('button').all())
        expect((await button.boundingBox())?.width).toBeLessThan(phone.width)
    })
  })
})

/** The first line with these words is on the screen, above the box to type in, as soon as the page is at rest. */
async function expectInView(page: Page, words: RegExp): Promise<void> {
  const line = page.locator('[role="feed"] p').filter({ hasText: words }).first()
  const top = await line.evaluate(async (element) => {
    let before = Number.NaN
    for (let tries = 0; tries < 40; tries += 1) {
      const now = element.getBoundingClientRect().top
      if (now === before) break
      before = now
      await new Promise((done) => setTimeout(done, 150))
    }
    return before
  })
  expect(top).toBeGreaterThanOrEqual(0)
  expect(top).toBeLessThan((page.viewportSize()?.height ?? 0) / 2)
}
