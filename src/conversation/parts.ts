import type { Knowledge } from '../knowledge/loadKnowledge.js'
import type { Source } from '../knowledge/records/source.js'
import type { Context } from './Context.js'
import type { Part } from './Reply.js'

type TextRole = Extract<Part, { type: 'text' }>['role']

export const text = (role: TextRole, words: string): Part => ({ type: 'text', role, text: words })

export const list = (role: 'signs' | 'do' | 'do-not', title: string, items: readonly string[]): Part => ({
  type: 'list',
  role,
  title,
  items: [...items]
})

type ChoicesRole = NonNullable<Extract<Part, { type: 'choices' }>['role']>

export const choices = (options: readonly (string | { label: string; utterance: string })[], role?: ChoicesRole): Part => ({
  type: 'choices',
  ...(role !== undefined && { role }),
  choices: options.map((option) => (typeof option === 'string' ? { label: option, utterance: option } : option))
})

/** A list of warning signs, in its groups. */
export function signsParts(id: string | undefined, { signs }: Knowledge): Part[] {
  const found = id === undefined ? undefined : signs.get(id)
  if (found === undefined) return []
  const groups = [...new Set(found.signs.map((sign) => sign.group))]
  return groups.map((group) =>
    list(
      'signs',
      group === undefined ? found.title : `${found.title}: ${group}`,
      found.signs.filter((sign) => sign.group === group).map((sign) => sign.says)
    )
  )
}

/** Where a claim comes from, each page or article once. */
export function sourceParts(sources: readonly Source[], { knowledge, say }: Pick<Context, 'knowledge' | 'say'>): Part[] {
  const shown = sources.map((source): Part => {
    if ('url' in source)
      return {
        type: 'source',
        title: new URL(source.url).hostname.replace(/^www\./, ''),
        date: dated(source.assuredDate, say),
        url: source.url
      }
    const article = knowledge.articles.get(source.article)
    return {
      type: 'source',
      title: article === undefined ? source.article : `${article.publisher}: ${article.title}`,
      date: dated(article?.date ?? 'undated', say),
      ...(article?.url !== undefined && { url: article.url })
    }
  })
  return [...new Map(shown.map((part) => [JSON.stringify(part), part])).values()]
}

const dated = (date: string, say: Context['say']): string => (date === 'undated' ? say('labels.undated') : date)
