import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from 'playwright-core'
import { faultsOf } from './faults.js'
import { inBrowser, type OpenVisit } from './inBrowser.js'
import { exitTo, type Visit } from './visit.js'

/** A council's page with a strict policy of its own, which holds the chat. */
async function openHost(): Promise<{ server: Server; origin: string; hold: (chat: string) => void }> {
  let chat = ''
  const server = createServer((_, response) => {
    response.setHeader('Content-Security-Policy', `default-src 'none'; script-src ${chat}; frame-src ${chat}; img-src data:`)
    response.setHeader('Content-Type', 'text/html')
    response.end(
      `<!doctype html><html lang="en"><title>Council</title><link rel="icon" href="data:,"><main><h1>Council</h1></main><script src="${chat}/embed.js" defer></script></html>`
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hold = (origin: string): void => {
    chat = origin
  }
  return { server, origin: `http://localhost:${String((server.address() as AddressInfo).port)}`, hold }
}

inBrowser('the chat on the page of a council', (open) => {
  let host: Awaited<ReturnType<typeof openHost>>
  beforeAll(async () => {
    host = await openHost()
  })
  afterAll(() => {
    host.server.closeAllConnections()
    host.server.close()
  })

  const visitHost = async (
    origins: readonly string[],
    settings: Parameters<OpenVisit>[0] = {}
  ): Promise<Visit & { chat: FrameLocator }> => {
    const visit = await open({ ...settings, site: { embedOrigins: origins }, known: [host.origin] })
    host.hold(visit.origin)
    await visit.page.goto(host.origin)
    return { ...visit, chat: visit.page.frameLocator('iframe') }
  }
  const openChat = async (page: Page): Promise<void> => {
    await page.locator('signpost-chat .open').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
  }

  it('answers in a dialog that the keyboard opens and closes, without a fault', async () => {
    const { page, chat } = await visitHost([host.origin])
    expect(await faultsOf(page)).toEqual([])
    await openChat(page)
    await chat.locator('#utterance').fill('my neighbours kids are always hungry in weymouth')
    await chat.locator('.signpost-question button').click()
    await chat.locator('[data-kind="signpost"]').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SIGNPOST-CHAT')
  })

  it('leaves the page of the council too', async () => {
    const { page, chat } = await visitHost([host.origin])
    await openChat(page)
    await chat.locator('.govuk-js-exit-this-page-button').click()
    await page.waitForURL(exitTo)
    await page.goBack()
    expect(page.url()).not.toContain(host.origin)
  })

  it('gives help in its own words where the page may not hold it', async () => {
    const { page } = await visitHost(['https://elsewhere.example'], { failing: true })
    await openChat(page)
    const help = page.locator('.fallback')
    await help.waitFor()
    expect(await help.innerText()).toMatch(/999[\s\S]*0808 800 5000/)
    expect(await faultsOf(page)).toEqual([])
  })
})
