import type { Say } from '../../conversation/createSay.js'
import type { Reply } from '../../conversation/Reply.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'
import type { Assets } from './assets/createAssets.js'
import { contactLink, contactText, opensPage } from '../contactLink.js'
import { createViews } from './createViews.js'

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
  const environment = createViews(say, asset)
  environment.addFilter('contactLink', contactLink)
  environment.addFilter('contactText', contactText)
  environment.addFilter('opensPage', opensPage)
  const common = firstContacts.common.public.map((id) => topics.get(id)?.name ?? id)
  return (view) => environment.render('page.njk', { ...view, common, failure, action: view.embedded === true ? '/embed' : '/' })
}
