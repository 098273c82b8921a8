import { KnowledgeFaults } from '../../../knowledge/Faults.js'
import type { Page } from '../../../knowledge/records/page.js'

const mend = 'there is no such value; write the id of a service with a phone number that may be given, or ask, axe or turnsPerMinute'

const named = /\{([\w-]+)\}/g

/**
 * Makes what puts the values into a text of a page.
 * @throws KnowledgeFaults naming each {value} of a page that is none of them.
 */
export function createFill(pages: ReadonlyMap<string, Page>, values: ReadonlyMap<string, string>): (text: string) => string {
  const faults = [...pages].flatMap(([id, page]) =>
    [...JSON.stringify(page).matchAll(named)]
      .filter(([, name = '']) => !values.has(name))
      .map(([whole]) => `knowledge/pages/${id}.yaml: ${whole}: ${mend}`)
  )
  if (faults.length > 0) throw new KnowledgeFaults(faults)
  return (text) => text.replace(named, (whole, name: string) => values.get(name) ?? whole)
}
