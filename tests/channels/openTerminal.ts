import { spawn, spawnSync } from 'node:child_process'

/** util-linux makes the pseudo-terminal; elsewhere `script` is another program. In CI it must be there. */
export const hasTerminal = process.env['CI'] !== undefined || spawnSync('script', ['--version']).status === 0

export interface OpenTerminal {
  /** Presses keys. */
  press: (keys: string) => void
  /** All that was shown, once `words` stand on the screen after what was seen before. */
  see: (words: RegExp) => Promise<string>
  /** All that was shown, the exit code and the settings of the terminal among it, once everything has ended. */
  end: () => Promise<string>
}

/** A command line of ours in a real pseudo-terminal of 80 columns and 24 rows; its exit code and `stty -a` are printed after it. */
export function openTerminal(command: string, env: Record<string, string> = {}): OpenTerminal {
  // Ctrl-C as a signal is for our program; the shell around it goes on.
  const line = `trap : INT; stty rows 24 cols 80; node --import tsx src/cli.ts ${command}; echo "code $?"; stty -a`
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    env: { ...inherited, SHELL: '/bin/sh', TERM: 'xterm-256color', ...env },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  let shown = ''
  let seen = 0
  const closed = new Promise<void>((resolve) => child.once('close', () => { resolve() })) // prettier-ignore
  // A test that gave up leaves nothing running.
  const giveUp = setTimeout(() => child.kill(), 45_000)
  void closed.then(() => {
    clearTimeout(giveUp)
  })
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    shown += more
  })
  return {
    press: (keys) => child.stdin.write(keys),
    see: async (words) => {
      const deadline = Date.now() + 30_000
      for (;;) {
        const found = words.exec(shown.slice(seen))
        if (found !== null) {
          seen += found.index + found[0].length
          return shown
        }
        if (Date.now() > deadline || child.exitCode !== null) throw new Error(`${String(words)} was not shown: ${shown.slice(seen)}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    end: async () => {
      await closed
      return shown
    }
  }
}
