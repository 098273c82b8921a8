import { KnowledgeFaults } from '../knowledge/Faults.js'
import { textFor, type Audience } from '../knowledge/records/audience.js'
import type { replies } from '../knowledge/records/replies.js'
import type { z } from 'zod'
import { replyIds, type ReplyId } from './replyIds.js'

/** Gives a sentence by its id, in the words of an audience, with {names} filled in. */
export type Say = (id: ReplyId, audience?: Audience, values?: Readonly<Record<string, string>>) => string

/**
 * Makes `say` from the reply files (file name + "." + key is the id).
 * @throws KnowledgeFaults naming each sentence that the conversation needs and the files do not have.
 */
export function createSay(files: ReadonlyMap<string, z.infer<typeof replies>>): Say {
  const faults = replyIds.filter((id) => find(files, id) === undefined)
  if (faults.length > 0) {
    throw new KnowledgeFaults(
      faults.map((id) => `knowledge/replies/${id.split('.')[0] ?? ''}.yaml: ${id.split('.')[1] ?? ''}: the sentence is missing; add it`)
    )
  }
  return (id, audience = 'public', values = {}) =>
    textFor(find(files, id) ?? '', audience).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function find(files: ReadonlyMap<string, z.infer<typeof replies>>, id: string) {
  const [file = '', key = ''] = id.split('.')
  return files.get(file)?.[key]
}
