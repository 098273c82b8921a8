import type { Say } from '../../../conversation/createSay.js'
import { contactValue } from '../../../knowledge/contactValue.js'
import type { Knowledge } from '../../../knowledge/loadKnowledge.js'
import { statusOf } from '../../../knowledge/statusOf.js'
import { axeVersion } from './axeVersion.js'

/**
 * What a page of text can have filled in: the phone number of a service by its id, where it may be given as it stands; `axe`, the version of
 * axe-core that tests the pages; `turnsPerMinute`; and `ask`, the sentence that says who answers for this site.
 */
export function pageValues({ services, directory }: Knowledge, say: Say, turnsPerMinute: number): ReadonlyMap<string, string> {
  const { assurerEmail } = directory
  return new Map([
    ...numbers(services),
    ['axe', axeVersion()],
    ['turnsPerMinute', String(turnsPerMinute)],
    ['ask', assurerEmail === undefined ? say('page.ask-unnamed') : say('page.ask-email', 'public', { email: assurerEmail })]
  ])
}

const numbers = (services: Knowledge['services']): [string, string][] =>
  [...services].flatMap(([id, service]): [string, string][] => {
    const point = service.contactPoints.find((p) => p.kind === 'phone' && statusOf(service, p) === 'current' && p.confirmOn === undefined)
    return point === undefined ? [] : [[id, contactValue(point)]]
  })
