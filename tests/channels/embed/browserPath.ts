import { existsSync } from 'node:fs'

const path = process.env['SIGNPOST_BROWSER'] ?? '/usr/bin/chromium'

/** Where Chromium is; undefined where there is none, but never in CI. */
export const browserPath = existsSync(path) ? path : undefined

if (browserPath === undefined && process.env['CI'] === 'true') throw new Error(`There is no browser at ${path}. Set SIGNPOST_BROWSER.`)
