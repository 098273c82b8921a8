import type { Context, Step } from '../Context.js'
import { text } from '../parts.js'
import { emergencyDraft } from './emergency.js'

/** Danger told in another language: 999 in that language and in English. */
export const emergencyInOtherLanguage: Step = (context) => {
  const { language, verdict, say } = context
  const replies = repliesIn(context)
  if (language?.danger !== true || replies === undefined) return undefined
  const draft = emergencyDraft(context, verdict.level === 'emergency' ? verdict.response : 'police', verdict.topic)
  const [opening, ...rest] = draft.parts
  if (opening?.type !== 'emergency') return draft
  return { ...draft, parts: [{ ...opening, steps: [replies.emergency, ...opening.steps, say('emergency.other-language')] }, ...rest] }
}

/** Anything else in another language: in that language what works, and who can help. */
export const otherLanguage: Step = (context) => {
  const replies = repliesIn(context)
  if (replies === undefined) return undefined
  const { general } = context.knowledge.firstContacts
  const offer = context.offer([...general.public, ...(general.child ?? []).slice(0, 1)])
  return { kind: 'signpost', parts: [text('lead', replies.other), ...offer.parts], offer, ask: 'who-to-call' }
}

function repliesIn({ language, knowledge }: Context) {
  return language === undefined ? undefined : knowledge.languages.get(language.id)
}
