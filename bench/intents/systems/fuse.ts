import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Fuse from 'fuse.js'
import type { Classify, Example, IntentSystem } from '../IntentSystem.js'

const file = (directory: string): string => join(directory, 'lines.json')

/** fuse.js over the training lines: the label of the line that is most like the message, searched word by word (`useTokenSearch`). */
export const fuse: IntentSystem = {
  name: 'fuse',
  train: (examples) => ({
    classify: createClassify(examples),
    save: (directory) => {
      writeFileSync(file(directory), JSON.stringify(examples))
    }
  }),
  load: (directory) => createClassify(JSON.parse(readFileSync(file(directory), 'utf8')) as Example[])
}

function createClassify(examples: readonly Example[]): Classify {
  const search = new Fuse(examples, { keys: ['text'], includeScore: true, ignoreLocation: true, useTokenSearch: true })
  return (text) => {
    const [best] = search.search(text, { limit: 1 })
    return { label: best?.item.label, score: best === undefined ? 0 : 1 - (best.score ?? 1) }
  }
}
