import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const outcome = z.strictObject({ tries: z.number(), lost: z.array(z.string()) })

export interface Replica {
  /** Takes its turns, all at once; how many tries it took, and which turns were not counted. */
  readonly takeTurns: () => Promise<z.infer<typeof outcome>>
}

/** A process of its own that will take so many turns of one conversation, see writeTurns.ts. */
export async function startReplica(url: string, key: string, turns: number): Promise<Replica> {
  const script = 'tests/channels/redis/writeTurns.ts'
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, key, String(turns)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  await lines.next()
  return {
    takeTurns: async () => {
      child.stdin.end('go\n')
      const line = await lines.next()
      await once(child, 'close')
      return outcome.parse(JSON.parse(String(line.value)))
    }
  }
}
