import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ask } from './ask.js'
import { allLooks } from './faults.js'
import { launch } from './launch.js'
import { breakingWords } from './openSite.js'
import { replies } from './replies.js'
import { visit, type VisitSettings } from './visit.js'

type State = readonly [name: string, path: string, words?: string]

const states: State[] = [
  ['start', '/'],
  ['signpost', '/', replies.signpost],
  ['signs', '/', replies.signs],
  ['check', '/', replies.check],
  ['emergency', '/', replies.emergency],
  ['error', '/', breakingWords],
  ['safety', '/safety']
]
const widths = [375, 1280]
/** A4 in CSS pixels. */
const paper = { width: 794, height: 1123 }

/** Pictures of the main states, to be looked at: npm run screenshots -- FOLDER */
async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const browser = await launch()
  for (const state of states) {
    for (const width of widths) {
      for (const [look, media] of Object.entries(allLooks)) {
        const name = [state[0], String(width), look.replace(' ', '-')].join('-')
        await take(browser, state, { viewport: { width, height: 800 }, ...media }, (page) =>
          page.screenshot({ fullPage: true, path: join(folder, `${name}.png`) })
        )
      }
    }
    await take(browser, state, { viewport: paper }, async (page) => {
      await page.emulateMedia({ media: 'print' })
      await page.screenshot({ fullPage: true, path: join(folder, `${state[0]}-print.png`) })
    })
  }
  await browser.close()
}

async function take(
  browser: Browser,
  [, path, words]: State,
  settings: VisitSettings,
  picture: (page: Page) => Promise<unknown>
): Promise<void> {
  const { page, close } = await visit(browser, { path, ...settings })
  if (words !== undefined) await ask(page, words)
  await picture(page)
  await close()
}

const [, , folder = 'screenshots'] = process.argv
await main(folder)
process.stdout.write(`The pictures are in ${folder}.\n`)
