import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { Say } from '../../conversation/createSay.js'
import type { Reply } from '../../conversation/Reply.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import type { Assets } from './assets/createAssets.js'
import { contactLink, contactText, opensPage } from './contactLink.js'

export interface PageView {
  readonly utterance?: string
  readonly reply?: Reply
  /** The state as the hidden field carries it. */
  readonly state?: string
  /** What was typed, to be kept in the box after an error. */
  readonly typed?: string
  /** A sentence for the person that is no answer. */
  readonly notice?: string
  /** In a frame on somebody else's page. */
  readonly embedded?: boolean
}

export type RenderPage = (view: PageView) => string

/** Makes the renderer of the page from the parts of a reply; it knows no topic. `failure` is what a browser shows that gets no answer. */
export function createRenderPage(say: Say, { topics, firstContacts }: Knowledge, asset: Assets['path'], failure: Reply): RenderPage {
  const views = join(dirname(fileURLToPath(import.meta.url)), 'views')
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(views), { autoescape: true, throwOnUndefined: false })
  environment.addGlobal('say', say)
  environment.addGlobal('asset', asset)
  environment.addFilter('contactLink', contactLink)
  environment.addFilter('contactText', contactText)
  environment.addFilter('opensPage', opensPage)
  const common = firstContacts.common.public.map((id) => topics.get(id)?.name ?? id)
  return (view) => environment.render('page.njk', { ...view, common, failure, action: view.embedded === true ? '/embed' : '/' })
}
