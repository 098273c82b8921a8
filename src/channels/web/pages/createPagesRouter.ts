import { Router } from 'express'
import type { Say } from '../../../conversation/createSay.js'
import { sourceParts } from '../../../conversation/parts.js'
import type { Knowledge } from '../../../knowledge/loadKnowledge.js'
import { pageIds } from '../../../knowledge/records/page.js'
import type { Assets } from '../assets/createAssets.js'
import { createViews } from '../createViews.js'
import { createFill } from './createFill.js'
import { pageValues } from './pageValues.js'

/**
 * The pages of text around the conversation, each at its id, with what is true of this area and these settings filled in.
 * @throws KnowledgeFaults naming each value that a page asks for and the code does not have.
 */
export function createPagesRouter(knowledge: Knowledge, say: Say, asset: Assets['path'], turnsPerMinute: number): Router {
  const router = Router()
  const views = createViews(say, asset).addFilter('filled', createFill(knowledge.pages, pageValues(knowledge, say, turnsPerMinute)))
  for (const id of pageIds) {
    const page = knowledge.pages.get(id)
    const sources = sourceParts(page?.sources ?? [], { knowledge, say })
    router.get(`/${id}`, (_, response) => {
      response.send(views.render('text.njk', { page, sources }))
    })
  }
  return router
}
