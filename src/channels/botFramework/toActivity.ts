import type { Reply } from '../../conversation/Reply.js'

/** A reply as the fields of a message activity: the complete plain text, and its choices as suggested actions. */
export function toActivity({ text, parts, kind }: Reply) {
  const choices = parts.flatMap((part) => (part.type === 'choices' ? part.choices : []))
  const actions = choices.map(({ label, utterance }) => ({ type: 'imBack', title: label, value: utterance }))
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    locale: 'en-GB',
    inputHint: kind === 'check' || kind === 'clarify' ? 'expectingInput' : 'acceptingInput',
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } })
  }
}
