import { spawn } from 'node:child_process'

/**
 * Runs a compiled script in a Node process of its own and gives the last line it wrote. `patience`: seconds until its first line;
 * after that it may take as long as it likes.
 * @throws Error with the first line of its complaint, or saying that it took too long.
 */
export function runNode(script: string, args: readonly string[], env: Readonly<Record<string, string>>, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=4096', script, ...args], { env: { ...process.env, ...env } })
    let [out, complaint] = ['', '']
    const timer = setTimeout(() => child.kill('SIGKILL'), patience * 1_000)
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString()
      clearTimeout(timer)
    })
    child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) resolve(out.trimEnd().split('\n').at(-1) ?? '')
      else if (signal === 'SIGKILL') reject(new Error(`not trained within ${String(patience)} s`))
      else reject(new Error(/Error: (.*)/.exec(complaint)?.[1] ?? complaint.slice(0, 200)))
    })
  })
}
