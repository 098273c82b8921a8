import type { Knowledge } from '../knowledge/loadKnowledge.js'
import type { Audience } from '../knowledge/records/audience.js'
import type { Page } from '../knowledge/records/page.js'

/** A text that the bot can say, and where it is written. A list is one text, a line for each item. */
export interface Saying {
  readonly file: string
  readonly field: string
  readonly audience: Audience
  readonly text: string
}

type Texts = string | Partial<Record<Audience, string | undefined>> | undefined

/** Everything that the bot can say, but for names and labels of contact points. */
export function sayingsOf({ services, topics, signs, facts, guidance, replies, pages }: Knowledge): Saying[] {
  const of = (file: string, fields: Readonly<Record<string, Texts>>): Saying[] =>
    Object.entries(fields).flatMap(([field, texts]) => sayingsIn(file, field, texts))
  return [
    ...[...services].flatMap(([id, { summary, expect, eligibility, anonymity, whyNotGiven, hoursNote }]) =>
      of(`services/${id}`, { summary, expect, eligibility, 'anonymity.says': anonymity.says, whyNotGiven, hoursNote })
    ),
    ...[...topics].flatMap(([id, { lead, definition, whatToDo, whatHappensNext }]) =>
      of(`topics/${id}`, { lead, definition, whatToDo: linesOf(whatToDo), whatHappensNext })
    ),
    ...[...signs].flatMap(([id, list]) =>
      of(`signs/${id}`, { definition: list.definition, signs: list.signs.map(({ says }) => says).join('\n') })
    ),
    ...[...facts].flatMap(([id, { says, since }]) => of(`facts/${id}`, { says, since })),
    ...[...guidance].flatMap(([id, { says, since }]) => of(`guidance/${id}`, { says, since })),
    ...[...replies].flatMap(([id, sentences]) => of(`replies/${id}`, sentences)),
    ...[...pages].flatMap(([id, page]) => of(`pages/${id}`, textsOf(page)))
  ]
}

function sayingsIn(file: string, field: string, texts: Texts): Saying[] {
  const byAudience = typeof texts === 'string' ? { public: texts } : (texts ?? {})
  return Object.entries(byAudience).flatMap(([audience, text]) =>
    text === undefined ? [] : [{ file: `knowledge/${file}.yaml`, field, audience: audience as Audience, text }]
  )
}

type Steps = Partial<Record<Audience, { readonly do: readonly string[]; readonly doNot: readonly string[] } | undefined>>

const linesOf = (steps: Steps = {}): Texts =>
  Object.fromEntries(Object.entries(steps).map(([audience, list]) => [audience, [...(list?.do ?? []), ...(list?.doNot ?? [])].join('\n')]))

const textsOf = ({ title, lead, sections }: Page): Readonly<Record<string, Texts>> => ({
  title,
  lead,
  ...Object.fromEntries(
    sections.flatMap(({ heading, text, list, steps }): [string, Texts][] => [
      [`${heading}: heading`, heading],
      [`${heading}: text`, text?.join('\n')],
      [`${heading}: list`, list?.join('\n')],
      [`${heading}: steps`, steps?.join('\n')]
    ])
  )
})
