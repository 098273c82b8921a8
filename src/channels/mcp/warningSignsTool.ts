import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import type { Signpost } from '../../conversation/loadSignpost.js'
import { signsParts, sourceParts, text } from '../../conversation/parts.js'
import { reply, type Part } from '../../conversation/Reply.js'
import { placeParts, servicesFor } from '../../conversation/steps/signpost.js'
import { answered } from './answered.js'
import { createContext, type Search } from './createContext.js'
import { foundService } from './foundService.js'
import { sourcesOf } from './sourcesOf.js'
import { textOf } from './textOf.js'
import { toFoundServices } from './toFoundServices.js'
import { topicIds } from './topicIds.js'
import { wordsOf } from './wordsOf.js'

const result = z.strictObject({
  title: z.string(),
  says: z.array(z.string()).meta({ description: 'What to tell the person beside the signs, in order' }),
  lists: z.array(z.strictObject({ title: z.string(), signs: z.array(z.string()) })),
  services: z.array(foundService).meta({ description: 'Whom to tell, first contact first' }),
  danger: z.string().meta({ description: 'Always true; say it with the signs' }),
  sources: reply.shape.sources.meta({ description: 'Where the signs come from; each service has its own' })
})

const most = 4

/** The tool that lists warning signs, with whom to tell. */
export function warningSignsTool(signpost: Signpost, now: () => Date) {
  const withSigns = [...signpost.knowledge.topics].filter(([, { signs }]) => signs !== undefined)
  const config = {
    title: 'Warning signs',
    description:
      'The warning signs of one topic with their sources and whom to tell; without a topic the general list. ' +
      'Signs prove nothing: give them with the sentences and the contacts beside them.',
    inputSchema: z.strictObject({ topic: topicIds(withSigns).optional() }),
    outputSchema: result
  }
  return { config, answer: (search: Pick<Search, 'topic'>) => answer(signpost, search, now()) }
}

function answer(signpost: Signpost, search: Pick<Search, 'topic'>, at: Date): CallToolResult {
  const { knowledge, say } = signpost
  const context = createContext(signpost, search, 'signs', at)
  const id = context.topic?.signs ?? knowledge.firstContacts.generalSigns
  const found = knowledge.signs.get(id)
  const { parts: offered, placeNeeded } = context.offer(servicesFor(context), most)
  const signs = signsParts(id, knowledge)
  const before = [found?.definition, say('answers.signs-before')].flatMap((words) => (words === undefined ? [] : [text('lead', words)]))
  const after = [text('note', say('answers.signs-after')), ...placeParts(context, placeNeeded)]
  const sources = sourceParts(found?.sources ?? [], signpost)
  const services = toFoundServices(offered, at, signpost)
  const danger = say('standing.line')
  const structured: z.infer<typeof result> = {
    title: found?.title ?? '',
    says: wordsOf([...before, ...after]),
    lists: signs.flatMap(toList),
    services,
    danger,
    sources: sourcesOf(sources)
  }
  return answered(textOf([...before, ...signs, ...after, ...offered, text('standing', danger), ...sources], services, signpost), structured)
}

const toList = (part: Part) => (part.type === 'list' ? [{ title: part.title, signs: part.items }] : [])
