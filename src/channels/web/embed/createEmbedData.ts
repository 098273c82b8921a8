import type { FailureReply } from '../../../conversation/createFailureReply.js'
import type { Say } from '../../../conversation/createSay.js'
import type { EmbedData } from '../client/EmbedData.js'
import { contactLink, contactText } from '../../contactLink.js'

/** Every word that the script shows on somebody else's page. Hours are left out: a kept copy cannot know the time. */
export function createEmbedData(say: Say, failureReply: FailureReply): EmbedData {
  const contacts = failureReply('failure.unexpected').parts.flatMap((part) =>
    part.type !== 'service'
      ? []
      : part.contacts.slice(0, 1).map((contact) => ({ name: part.name, value: contactText(contact), link: contactLink(contact) }))
  )
  return {
    label: say('embed.button'),
    title: say('embed.title'),
    close: say('embed.close'),
    loading: say('embed.loading'),
    exit: say('chat.exit-to'),
    fallback: { heading: say('page.emergency-title'), text: say('embed.not-loaded'), contacts }
  }
}
