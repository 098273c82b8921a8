/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from './findBrowser.js'

/**
 * Starts the browser, which finds no other machine than this one. The caller closes it.
 * @throws Error when there is none.
 */
export async function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('There is no Chromium. Install it, or set CHROMIUM_PATH to one.')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']
  })
}
