import { Transform } from 'node:stream'
import { createExitKeys } from './createExitKeys.js'
import type { Terminal } from './Terminal.js'

/** readline keeps what was deleted and gives it back at Ctrl-Y, even after Enter, and at Ctrl-_ and Ctrl-^: nothing that was typed may come back. */
const giveBack = /[\u0019\u001e\u001f]/g

/** The keys of a terminal on their way to readline: `leave` is called at once, without Enter, when those that leave are pressed. */
export function watchKeys(input: Terminal['input'], leave: () => void): Transform {
  const isExit = createExitKeys()
  const keys = new Transform({
    transform(typed: Buffer, _, done) {
      // Byte by byte: a letter may be divided between two chunks, and none of its bytes looks like a key.
      const bytes = typed.toString('latin1')
      if (isExit(bytes)) leave()
      done(null, Buffer.from(bytes.replace(giveBack, ''), 'latin1'))
    }
  })
  return input.pipe(Object.assign(keys, { setRawMode: (raw: boolean) => input.setRawMode?.(raw) }))
}
