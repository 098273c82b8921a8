import { join } from 'node:path'
import { z } from 'zod'
import type { Measured } from './Measured.js'
import { quantile } from '../quantile.js'
import { runNode } from './runNode.js'

const starts = 5
const patience = 60
const schema = z.strictObject({ startMillis: z.number(), megabytes: z.number() })

/** Start-up and memory of a saved model, medians of five starts; nothing when it does not load within a minute. */
export async function measureStart(
  scripts: string,
  system: string,
  directory: string,
  env: Readonly<Record<string, string>>
): Promise<Pick<Measured, 'megabytes' | 'startMillis'>> {
  const runs = async (name: string): Promise<z.infer<typeof schema>> => {
    const all: z.infer<typeof schema>[] = []
    for (let i = 0; i < starts; i++) {
      all.push(schema.parse(JSON.parse(await runNode(join(scripts, 'startChild.js'), [name, directory], env, patience))))
    }
    const median = (of: 'startMillis' | 'megabytes'): number =>
      quantile(
        all.map((run) => run[of]),
        0.5
      )
    return { startMillis: median('startMillis'), megabytes: median('megabytes') }
  }
  const [bare, loaded] = [await runs('bare'), await runs(system)]
  return { startMillis: loaded.startMillis, megabytes: loaded.megabytes - bare.megabytes }
}
