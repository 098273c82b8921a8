import { join } from 'node:path'
import { KnowledgeFaults } from './Faults.js'
import { readRecord, readRecords } from './readRecords.js'
import { answer } from './records/answer.js'
import { area } from './records/area.js'
import { article } from './records/article.js'
import { bankHolidays } from './records/bankHolidays.js'
import { directory } from './records/directory.js'
import { firstContacts } from './records/firstContacts.js'
import { languageReplies } from './records/language.js'
import { localities } from './records/locality.js'
import { page } from './records/page.js'
import { regions } from './records/regions.js'
import { replies } from './records/replies.js'
import { service } from './records/service.js'
import { signs } from './records/signs.js'
import { topic } from './records/topic.js'
import { upkeep } from './records/upkeep.js'
import { wording } from './records/wording.js'
import { checkReferences } from './checkReferences.js'

/** All that we say, read and checked. */
export type Knowledge = WithoutUndefined<ReturnType<typeof readKnowledge>>
type WithoutUndefined<T> = { [K in keyof T]: NonNullable<T[K]> }

/**
 * Reads `knowledge/` below `root`.
 * @throws KnowledgeFaults naming every fault at once: file, field, mend.
 */
export function loadKnowledge(root: string): Knowledge {
  const faults: string[] = []
  const knowledge = readKnowledge(root, faults)
  if (isWhole(knowledge)) faults.push(...checkReferences(knowledge))
  if (faults.length > 0 || !isWhole(knowledge)) throw new KnowledgeFaults(faults)
  return knowledge
}

const isWhole = (read: ReturnType<typeof readKnowledge>): read is Knowledge =>
  read.firstContacts !== undefined && read.wording !== undefined && read.upkeep !== undefined && read.directory !== undefined

function readKnowledge(root: string, faults: string[]) {
  const file = <S extends Parameters<typeof readRecord>[2]>(name: string, schema: S) =>
    readRecord(join(root, 'knowledge', name), `knowledge/${name}`, schema, faults)
  const folder = <S extends Parameters<typeof readRecords>[2]>(name: string, schema: S) =>
    readRecords(root, `knowledge/${name}`, schema, faults)
  return {
    articles: folder('articles', article),
    services: folder('services', service),
    signs: folder('signs', signs),
    topics: folder('topics', topic),
    facts: folder('facts', answer),
    guidance: folder('guidance', answer),
    areas: folder('areas', area),
    localities: folder('localities', localities),
    replies: folder('replies', replies),
    pages: folder('pages', page),
    languages: folder('languages', languageReplies),
    regions: new Map(Object.entries(file('regions.yaml', regions) ?? {})),
    bankHolidays: file('bank-holidays.yaml', bankHolidays)?.days ?? {},
    firstContacts: file('first-contacts.yaml', firstContacts),
    directory: file('directory.yaml', directory),
    wording: file('wording.yaml', wording),
    upkeep: file('upkeep.yaml', upkeep)
  }
}
