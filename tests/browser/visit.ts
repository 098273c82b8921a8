import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { AppSettings } from '../../src/channels/createApp.js'
import { signpost } from '../signpost.js'
import { openSite, type Site } from './openSite.js'

export interface VisitSettings extends BrowserContextOptions {
  readonly site?: Partial<AppSettings>
  /** Where the visit begins; "/" unless told. */
  readonly path?: string
  /** The test makes requests fail, and the browser may say so in its console. */
  readonly failing?: boolean
  /** Origins that the test itself serves, beside the site. */
  readonly known?: readonly string[]
  /** Without the stub of the exit: a browser whose requests are held up asks again for pages that it would not ask for otherwise. */
  readonly untouched?: boolean
}

export interface Visit extends Site {
  readonly page: Page
  readonly context: BrowserContext
  /** Every address that was asked for. */
  readonly asked: readonly string[]
  /** Addresses of other sites that were asked for, but for the one that the exit leads to. */
  readonly foreign: readonly string[]
  /** What stood in the console, and errors of scripts. */
  readonly noise: readonly string[]
}

/** Where "Exit this page" leads. */
export const exitTo = signpost.say('chat.exit-to')

/** Opens a site of its own in a window of its own. The exit leads to a stub. */
export async function visit(
  browser: Browser,
  { site: siteSettings, path = '/', failing = false, untouched = false, known = [], ...options }: VisitSettings = {}
): Promise<Visit> {
  const site = await openSite(siteSettings)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const isForeign = ({ origin, protocol }: URL): boolean => protocol.startsWith('http') && ![site.origin, ...known].includes(origin)
  const [asked, foreign, noise]: [string[], string[], string[]] = [[], [], []]
  context.on('weberror', (error) => noise.push(error.error().message))
  context.on('console', (message) => {
    if (!failing || !/^(Failed to load resource|Framing )/.test(message.text())) noise.push(message.text())
  })
  context.on('request', (request) => {
    asked.push(request.url())
    if (request.url() !== exitTo && isForeign(new URL(request.url()))) foreign.push(request.url())
  })
  if (!untouched) await context.route(exitTo, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }))
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(site.origin + path)
  const close = async (): Promise<void> => {
    await context.close()
    await site.close()
  }
  return { ...site, page, context, asked, foreign, noise, close }
}
