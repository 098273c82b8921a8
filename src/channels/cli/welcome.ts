import type { Say } from '../../conversation/createSay.js'
import type { Look } from './Look.js'
import { wrap } from './wrap.js'

/** What stands above the first question; how to leave only where there is a window to be cleared. */
export function welcome(say: Say, { width, paint }: Look, leave: 'by-key' | 'by-word' | 'no-window'): string {
  const word = say('terminal.exit-word')
  const lines = [
    say('courtesy.greeting'),
    say('page.what-it-is'),
    paint(wrap(say('standing.line'), width), 'bold'),
    ...(leave === 'by-key' ? [say('terminal.leave-by-key', 'public', { word })] : []),
    ...(leave === 'by-word' ? [say('terminal.leave-by-word', 'public', { word })] : [])
  ]
  return lines.map((line) => (line.includes('\n') ? line : wrap(line, width))).join('\n\n')
}
