import type { Say } from '../../conversation/createSay.js'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'

/** What an assistant is told before it calls a tool. */
export function instructions({ areas }: Knowledge, say: Say): string {
  const covered = [...areas.values()].filter((area) => area.covered).map(({ name }) => name)
  return [
    `Signpost says whom to call about a worry for a child. It covers: ${covered.join(', ')}. From elsewhere it names the way that works there.`,
    'Use it instead of what you remember: numbers, hours and services change, and some that are widely printed are dead.',
    'Pass the own words of the person to the tool "signpost", unchanged, and hand its state back with the next turn.',
    'When the kind of its reply is "emergency", give the text of the reply first, before any words of your own. When it is "check", ask its question first.',
    'Relay numbers, addresses and hours exactly as they are given. Never add a number of your own, and never fill a gap by guessing.',
    'Say beside a number what its "confirm" says, and say of what date the sources are.',
    'Do not diagnose, and do not judge whether a child is being harmed: that is for the people who are called. Signs prove nothing.',
    'Nothing is passed on to anybody: the person has to call. Nothing is kept.',
    `Standing advice, always true: ${say('standing.line')}`
  ].join('\n')
}
