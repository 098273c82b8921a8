import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { Say } from '../../conversation/createSay.js'
import type { Reply } from '../../conversation/Reply.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import { contactLink, contactText } from './contactLink.js'

export interface PageView {
  readonly utterance?: string
  readonly reply?: Reply
  /** The state as the hidden field carries it. */
  readonly state?: string
  /** What was typed, to be kept in the box after an error. */
  readonly typed?: string
}

export type RenderPage = (view: PageView) => string

/** Makes the renderer of the page from the parts of a reply; it knows no topic. */
export function createRenderPage(say: Say, { topics, firstContacts }: Knowledge): RenderPage {
  const views = join(dirname(fileURLToPath(import.meta.url)), 'views')
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(views), { autoescape: true, throwOnUndefined: false })
  environment.addGlobal('say', say)
  environment.addFilter('contactLink', contactLink)
  environment.addFilter('contactText', contactText)
  const common = firstContacts.common.public.map((id) => topics.get(id)?.name ?? id)
  return (view) => environment.render('page.njk', { ...view, common })
}
