import type { Browser } from 'playwright-core'
import { findBrowser } from './findBrowser.js'
import { launch } from './launch.js'
import { visit, type Visit, type VisitSettings } from './visit.js'
import { describeWith } from '../describeWith.js'

export type OpenVisit = (settings?: VisitSettings) => Promise<Visit>

/**
 * A set of promises that are tested in a real browser: one browser for all, a site and a window for each visit. Every visit
 * promises an empty console and no request to another site. Without a browser they are skipped, but fail where CI=true.
 */
export function inBrowser(name: string, promises: (open: OpenVisit) => void): void {
  describeWith(
    findBrowser(),
    name,
    'There is no Chromium here: install one, or set CHROMIUM_PATH.'
  )(name, () => {
    let browser: Browser | undefined
    const visits: Visit[] = []
    beforeAll(async () => {
      browser = await launch()
    })
    afterEach(async () => {
      const ended = visits.splice(0)
      for (const { close } of ended) await close()
      expect(ended.flatMap(({ noise }) => noise)).toEqual([])
      expect(ended.flatMap(({ foreign }) => foreign)).toEqual([])
    })
    afterAll(async () => {
      await browser?.close()
    })
    promises(async (settings) => {
      if (browser === undefined) throw new Error('The browser did not start.')
      const opened = await visit(browser, settings)
      visits.push(opened)
      return opened
    })
  })
}
