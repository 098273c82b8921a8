import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { digestFolders } from '../../knowledge/digestIntents.js'
import { contactValue } from '../../knowledge/contactValue.js'
import { hoursInWords } from '../../knowledge/hoursInWords.js'
import { loadIntents } from '../../knowledge/loadIntents.js'
import { loadKnowledge, type Knowledge } from '../../knowledge/loadKnowledge.js'
import type { Source } from '../../knowledge/records/source.js'
import { checkAll } from '../check/checkAll.js'
import { report } from '../check/report.js'
import { readMeasuredTriage } from '../measuredTriage.js'
import { dangersView } from './dangersView.js'

/**
 * One HTML document, with its styles in it and nothing fetched, of all that the area below `root` says and listens for, on a day
 * ("2026-11-22"). It carries a fingerprint of the data, so that a signed copy can be told from a later one.
 */
export function knowledgeTable(root: string, today: string): string {
  const knowledge = loadKnowledge(root)
  const intents = loadIntents(root)
  const loader = new nunjucks.FileSystemLoader(dirname(fileURLToPath(import.meta.url)))
  const environment = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true })
  environment.addFilter('hours', hoursInWords)
  environment.addFilter('contact', contactValue)
  environment.addFilter('cited', (source: Source) => cited(source, knowledge))
  environment.addFilter('serviceName', (ref: string) => serviceName(ref, knowledge))
  environment.addFilter('plainId', (id: string) => id.replace(/[-:]/g, ' '))
  return environment.render('table.njk', {
    today,
    fingerprint: digestFolders(root, ['knowledge', 'intents'], /\.yaml$/).slice(0, 12),
    findings: report(checkAll(knowledge, intents, today)),
    ...knowledge,
    services: [...knowledge.services].sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en-GB')),
    triage: dangersView(intents, readMeasuredTriage(root))
  })
}

function cited(source: Source, { articles }: Knowledge): { title: string; url?: string; date: string; says: string } {
  if ('url' in source) return { title: source.url, url: source.url, date: source.assuredDate, says: source.says }
  const article = articles.get(source.article)
  return {
    title: article?.title ?? source.article,
    date: article?.date ?? '',
    says: source.says,
    ...(article?.url !== undefined && { url: article.url })
  }
}

const serviceName = (ref: string, { services }: Knowledge): string =>
  ref.startsWith('area:') ? `whoever does this where the child lives: ${ref.slice('area:'.length)}` : (services.get(ref)?.name ?? ref)
