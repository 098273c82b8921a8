/** Everything that can be wanted: each has its place in the decisions of the conversation, and its examples in intents/asks. */
export const askIds = [
  'about-999',
  'abuse-of-bot',
  'bot-identity',
  'contact-details',
  'correction',
  'delete-data',
  'denial',
  'fact',
  'goodbye',
  'greeting',
  'harmful-request',
  'how-to-report',
  'keep-a-secret',
  'legal-or-medical',
  'opening-hours',
  'out-of-scope',
  'privacy',
  'repeat-or-clarify',
  'report-anonymously',
  'signs',
  'thanks',
  'what-happens-next',
  'what-is',
  'what-to-do',
  'who-to-call'
] as const

/** The small cues that the conversation listens for, each with its patterns in intents/hints. */
export const hintIds = ['deaf', 'next', 'no', 'place-unknown', 'previous', 'prying', 'today', 'whom', 'worry', 'yes'] as const
