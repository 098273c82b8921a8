import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { Say } from '../../conversation/createSay.js'
import type { Assets } from './assets/createAssets.js'

/** The views, with what every one of them needs: the sentences, and where the styles and scripts lie. */
export function createViews(say: Say, asset: Assets['path']): nunjucks.Environment {
  const views = join(dirname(fileURLToPath(import.meta.url)), 'views')
  return new nunjucks.Environment(new nunjucks.FileSystemLoader(views), { autoescape: true, throwOnUndefined: false })
    .addGlobal('say', say)
    .addGlobal('asset', asset)
}
