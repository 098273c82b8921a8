import type { Context, Draft, Step } from './Context.js'
import { about999, advice, anonymity, definition, signs, whatHappensNext } from './steps/aboutTopic.js'
import { answerToCheck } from './steps/answerToCheck.js'
import { contactDetails, namedContact } from './steps/contactDetails.js'
import { courtesy, empty, keepASecret } from './steps/courtesy.js'
import { emergency } from './steps/emergency.js'
import { knownAnswer, notInTheArticles } from './steps/knownAnswer.js'
import { knownNumber } from './steps/knownNumber.js'
import { clarify, denial, placeUnknown, repeat } from './steps/notUnderstood.js'
import { emergencyInOtherLanguage, otherLanguage } from './steps/otherLanguage.js'
import { legalOrMedical, outOfScope, refusal } from './steps/refusal.js'
import { placeTold, signpost } from './steps/signpost.js'

/** The order in which a turn is decided: danger first, and the first step that has an answer ends it. */
const steps: readonly Step[] = [
  empty,
  emergencyInOtherLanguage,
  emergency,
  answerToCheck,
  otherLanguage,
  knownNumber,
  refusal,
  keepASecret,
  placeUnknown,
  placeTold,
  namedContact,
  outOfScope,
  signs,
  knownAnswer,
  courtesy,
  repeat,
  denial,
  contactDetails,
  definition,
  advice,
  whatHappensNext,
  anonymity,
  about999,
  legalOrMedical,
  notInTheArticles,
  signpost
]

/** What to say to a turn; there is always something. */
export function decide(context: Context): Draft {
  for (const step of steps) {
    const draft = step(context)
    if (draft !== undefined) return draft
  }
  return clarify(context)
}
