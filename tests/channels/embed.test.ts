import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core'
import request from 'supertest'
import { createApp } from '../../src/channels/createApp.js'
import { readEmbedOrigins } from '../../src/channels/web/embed/readEmbedOrigins.js'
import { findBrowser } from '../browser/findBrowser.js'
import { signpost } from '../signpost.js'
import { hostPage } from './embed/hostPage.js'
import { listen, type Listening } from './embed/listen.js'

const origins = ['https://www.council.example', 'https://charity.example:8443']
const app = createApp(signpost, { perMinute: 1000, embedOrigins: origins })
const closed = createApp(signpost, { perMinute: 1000 })

const policyOf = (headers: Record<string, string | undefined>): string => headers['content-security-policy'] ?? ''

describe('the setting SIGNPOST_EMBED_ORIGINS', () => {
  it.each([
    [undefined, []],
    ['', []],
    [' https://www.council.example  https://charity.example:8443\n', origins],
    ['https://a.example https://a.example', ['https://a.example']],
    ['http://localhost:4000', ['http://localhost:4000']]
  ])('reads %j', (words, expected) => {
    expect(readEmbedOrigins(words)).toEqual(expected)
  })

  it.each([
    '*',
    'www.council.example',
    'http://www.council.example',
    'https://www.council.example/',
    'https://www.council.example/page',
    'https://*.council.example',
    'https://WWW.council.example',
    'https://user@council.example',
    'https://council.example:443',
    'https://council.example:99999',
    "https://council.example;script-src'unsafe-inline'",
    'http://localhost.evil.example'
  ])('does not take %s, and names it', (word) => {
    expect(() => readEmbedOrigins(`https://a.example ${word}`)).toThrow(`SIGNPOST_EMBED_ORIGINS: "${word}"`)
  })
})

describe('embedding', () => {
  it.each(['/embed', '/embed.js'])('is off when no origin is named: %s is not there, with help', async (path) => {
    const response = await request(closed).get(path).set('accept', 'text/html')
    expect(response.status).toBe(404)
    expect(response.text).toContain('999')
    expect(response.text).toContain('0800 1111')
    expect(policyOf(response.headers)).toContain("frame-ancestors 'none'")
  })

  it('lets the named origins, and no other, hold the chat in a frame', async () => {
    const response = await request(app).get('/embed')
    expect(response.status).toBe(200)
    expect(policyOf(response.headers)).toContain(`frame-ancestors ${origins.join(' ')};`)
    expect(response.headers['x-frame-options']).toBeUndefined()
    expect(response.headers['cache-control']).toBe('no-store')
    expect(response.headers['set-cookie']).toBeUndefined()
  })

  it('keeps all else of the policy', async () => {
    const [page, embedded] = await Promise.all([request(app).get('/'), request(app).get('/embed')])
    const rest = (policy: string): string => policy.replace(/frame-ancestors [^;]*/, '')
    expect(rest(policyOf(embedded.headers))).toBe(rest(policyOf(page.headers)))
  })

  it.each(['/', '/safety', '/no-such-page', '/openapi.json', '/embedded'])('lets nobody hold %s in a frame', async (path) => {
    const { headers } = await request(app).get(path)
    expect(policyOf(headers)).toContain("frame-ancestors 'none'")
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  })

  it('answers a form of the frame in the frame', async () => {
    const response = await request(app).post('/embed').type('form').send({ utterance: 'who do i call about a child in poole' })
    expect(response.status).toBe(200)
    expect(response.text).toContain('action="/embed"')
    expect(response.text).not.toContain('action="/"')
    // A number tapped inside the frame would be blocked by the host's frame-src, and the chat with it.
    expect(response.text.match(/href="tel:[^"]*"/g)).toEqual(response.text.match(/href="tel:[^"]*"(?= target="_top")/g))
    expect(policyOf(response.headers)).toContain(`frame-ancestors ${origins.join(' ')}`)
  })

  it.each([
    ['too long', 413, 'x'.repeat(6_000)],
    ['far too long', 413, 'x'.repeat(100_000)]
  ])('gives help in the frame for a message that is %s', async (_, status, utterance) => {
    const response = await request(app).post('/embed').type('form').set('accept', 'text/html').send({ utterance })
    expect(response.status).toBe(status)
    expect(response.text).toContain('0808 800 5000')
    expect(response.text).toContain('action="/embed"')
    expect(policyOf(response.headers)).toContain(`frame-ancestors ${origins.join(' ')}`)
  })

  it('gives help in the frame when too many come', async () => {
    const busy = createApp(signpost, { perMinute: 1, embedOrigins: origins })
    await request(busy).post('/embed').type('form').send({ utterance: 'hello' })
    const response = await request(busy).post('/embed').type('form').set('accept', 'text/html').send({ utterance: 'hello' })
    expect(response.status).toBe(429)
    expect(response.text).toContain('0800 1111')
    expect(policyOf(response.headers)).toContain(`frame-ancestors ${origins.join(' ')}`)
  })

  it('serves the script to other sites, with its words and a helpline in it', async () => {
    const { status, headers, text } = await request(app).get('/embed.js')
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/javascript/)
    expect(headers['cache-control']).toBe('public, max-age=300')
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(text).toContain('999')
    expect(text).toContain('0808 800 5000')
    expect(text).toContain('0800 1111')
    expect(text.length).toBeLessThan(12_000)
  })
})

const browserPath = findBrowser()
if (browserPath === undefined && process.env['CI'] === 'true')
  throw new Error('There is no Chromium. Install it, or set CHROMIUM_PATH to one.')
const inBrowser = browserPath === undefined ? describe.skip : describe

inBrowser(
  `the chat on the page of a council${browserPath === undefined ? ' (SKIPPED: there is no Chromium; install it or set CHROMIUM_PATH)' : ''}`,
  () => {
    const canary = 'my neighbour zebrafish leaves her children alone'
    const exit = signpost.say('chat.exit-to')
    let browser: Browser
    let council: Listening
    let stranger: Listening
    let server: Listening
    let broken = false
    let context: BrowserContext
    let page: Page
    let asked: string[]
    let complaints: string[]

    const attributes: Record<string, string> = {
      '/inline': 'data-position="inline" data-label="Talk to Signpost"',
      '/left': 'data-position="left"'
    }
    const home = (): string => `http://localhost:${String(council.port)}`
    const origin = (): string => `http://127.0.0.1:${String(server.port)}`
    const button = () => page.locator('signpost-chat .open')
    const dialog = () => page.getByRole('dialog')
    const frame = (): FrameLocator => page.frameLocator('signpost-chat iframe')

    async function visit(path = '/', size = { width: 1024, height: 900 }): Promise<void> {
      context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
      await context.route(exit, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }))
      page = await context.newPage()
      ;[asked, complaints] = [[], []]
      page.on('request', (sent) => asked.push(sent.url()))
      page.on('console', (said) => {
        if (['error', 'warning'].includes(said.type())) complaints.push(said.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${home()}/before`)
      await page.goto(`${home()}${path}`)
      await button().waitFor()
    }

    async function openChat(): Promise<void> {
      await button().click()
      await frame().getByRole('textbox').first().waitFor()
    }

    async function ask(): Promise<void> {
      await frame().locator('#utterance').fill(canary)
      await frame().locator('.signpost-question button[type=submit]').click()
      await frame().getByText('0808 800 5000').first().waitFor()
    }

    beforeAll(async () => {
      const page = hostPage(origin, (path) => attributes[path] ?? '')
      ;[council, stranger] = await Promise.all([listen(page), listen(page)])
      const served = createApp(signpost, { perMinute: 1000, embedOrigins: [home()] })
      server = await listen((incoming, outgoing) => {
        if (broken && incoming.url === '/embed') outgoing.socket?.destroy()
        else served(incoming, outgoing)
      })
      browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
    })

    afterEach(async () => {
      broken = false
      await context.close()
    })

    afterAll(async () => {
      await browser.close()
      await Promise.all([council, stranger, server].map(({ close }) => close()))
    })

    it('puts a button there and fetches nothing more before it is pressed', async () => {
      await visit()
      await page.waitForTimeout(300)
      expect(asked.filter((url) => url.startsWith(origin()))).toEqual([`${origin()}/embed.js`])
      expect(await button().textContent()).toBe(signpost.say('embed.button'))
      const box = await button().boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
      expect(complaints).toEqual([])
    })

    it('takes the words and the place of the button from its attributes', async () => {
      await visit('/inline')
      expect(await button().textContent()).toBe('Talk to Signpost')
      expect(await page.evaluate(() => document.querySelector('script')?.nextElementSibling?.localName)).toBe('signpost-chat')
      expect(await page.getByRole('button', { name: 'Talk to Signpost' }).count()).toBe(1)
    })

    it('opens a named modal dialog with the chat, and answers a question in it', async () => {
      await visit()
      await openChat()
      await ask()
      expect(await dialog().getAttribute('aria-labelledby')).toBe('title')
      expect(await page.getByRole('dialog', { name: signpost.say('embed.title') }).count()).toBe(1)
      expect(await page.locator('signpost-chat iframe').getAttribute('title')).toBe(signpost.say('embed.title'))
      expect(
        await page.evaluate(() => document.querySelector('signpost-chat')?.shadowRoot?.querySelector('dialog')?.matches(':modal'))
      ).toBe(true)
      expect(asked.filter((url) => !url.startsWith(home()) && !url.startsWith(origin()))).toEqual([])
      expect(asked.filter((url) => url.includes('zebrafish'))).toEqual([])
      expect(complaints).toEqual([])
    })

    it('sets no cookie and stores nothing, here or there', async () => {
      await visit()
      await openChat()
      await ask()
      expect(await context.storageState()).toEqual({ cookies: [], origins: [] })
    })

    it('is worked by keyboard: Enter opens, Escape closes, and the focus is where it was', async () => {
      await visit()
      await button().focus()
      await page.keyboard.press('Enter')
      await frame().getByRole('textbox').first().waitFor()
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'hidden' })
      expect(await focused()).toBe('open')
    })

    it('closes by Escape pressed inside the frame, too, and by its button', async () => {
      await visit()
      await openChat()
      await frame().locator('#utterance').press('Escape')
      await dialog().waitFor({ state: 'hidden' })
      expect(await focused()).toBe('open')
      await openChat()
      await page.getByRole('button', { name: signpost.say('embed.close'), exact: true }).click()
      await dialog().waitFor({ state: 'hidden' })
      expect(await focused()).toBe('open')
    })

    it.each(['button', 'Shift three times'])('leaves the whole page by Exit this page: %s', async (how) => {
      await visit()
      await openChat()
      await ask()
      if (how === 'button') await frame().locator('.govuk-js-exit-this-page-button').click()
      else {
        await frame().locator('#utterance').focus()
        for (let times = 0; times < 3; times++) await page.keyboard.press('Shift')
      }
      await page.waitForURL(exit)
      await page.goBack()
      expect(page.url()).toBe(`${home()}/before`)
      await page.goForward()
      expect(page.url()).toBe(exit)
      expect(page.frames()).toHaveLength(1)
    })

    it('leaves only for the address that came with the script, whatever a message says', async () => {
      await visit()
      await openChat()
      const inner = page.frames().find((each) => each.url() === `${origin()}/embed`)
      await inner?.evaluate(() => {
        window.parent.postMessage({ signpost: 'exit', to: 'https://evil.example/' }, '*')
      })
      await page.waitForURL(exit)
    })

    it('hears no message of anybody else', async () => {
      await visit()
      await openChat()
      await page.evaluate(() => {
        window.postMessage({ signpost: 'exit' }, '*')
        window.postMessage({ signpost: 'close' }, '*')
      })
      await page.waitForTimeout(200)
      expect(page.url()).toBe(`${home()}/`)
      expect(await dialog().isVisible()).toBe(true)
    })

    it('shows no words when the page comes back after a link was followed', async () => {
      await visit()
      await openChat()
      await ask()
      await page.evaluate(() => document.querySelector('a')?.click())
      await page.waitForURL(`${home()}/before`)
      await page.goBack()
      await button().waitFor()
      expect(page.frames()).toHaveLength(1)
    })

    it.each([
      [320, 640],
      [800, 350]
    ])('fills a narrow or low screen of %d by %d', async (width, height) => {
      await visit('/', { width, height })
      await openChat()
      expect(await dialog().boundingBox()).toEqual({ x: 0, y: 0, width, height })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })

    it('takes the height of its content, up to the height of the screen', async () => {
      await visit('/', { width: 1024, height: 6000 })
      await openChat()
      await page.waitForTimeout(200)
      const before = (await dialog().boundingBox())?.height ?? 0
      expect(
        await frame()
          .locator('html')
          .evaluate((html) => html.scrollHeight - html.clientHeight)
      ).toBeLessThanOrEqual(0)
      await ask()
      await page.waitForTimeout(200)
      expect((await dialog().boundingBox())?.height).not.toBe(before)
      expect(
        await frame()
          .locator('html')
          .evaluate((html) => html.scrollHeight - html.clientHeight)
      ).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1024, height: 500 })
      expect((await dialog().boundingBox())?.height).toBeLessThanOrEqual(500)
    })

    it('says whom to call when the chat does not load, and tries again when it is opened again', async () => {
      await visit()
      broken = true
      await button().click()
      const help = page.getByRole('alert')
      await help.waitFor()
      expect(await help.textContent()).toContain('999')
      expect(await help.textContent()).toContain('0800 1111')
      await page.keyboard.press('Escape')
      broken = false
      await openChat()
      expect(await help.isVisible()).toBe(false)
    })

    it('is not shown on a page of an origin that is not allowed; that page still says whom to call', async () => {
      await visit()
      await page.goto(`http://localhost:${String(stranger.port)}/`)
      await button().click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').textContent()).toContain('999')
      expect(complaints.join(' ')).toContain('frame-ancestors')
      expect(await frame().getByRole('textbox').count()).toBe(0)
    })

    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.querySelector('signpost-chat')?.shadowRoot?.activeElement?.className)
  }
)
