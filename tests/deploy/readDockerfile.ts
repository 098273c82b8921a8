export interface Instruction {
  readonly stage: string
  readonly name: string
  readonly words: string
}

/** The instructions of a Dockerfile in their order, continued lines joined, each with the stage that it belongs to. */
export function readDockerfile(text: string): Instruction[] {
  let stage = ''
  const lines = text.replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, ' ')
  return [...lines.matchAll(/^([A-Z]+) +(.+)$/gm)].map(([, name = '', words = '']) => {
    if (name === 'FROM') stage = / AS (\w+)$/.exec(words)?.[1] ?? 'final'
    return { stage, name, words }
  })
}

export interface Copy {
  readonly stage: string
  /** Another stage, or undefined for the folder of the project. */
  readonly from: string | undefined
  readonly sources: readonly string[]
  readonly target: string
}

/** What COPY takes from where to where. */
export function copiesOf(instructions: readonly Instruction[]): Copy[] {
  return instructions
    .filter(({ name }) => name === 'COPY')
    .map(({ stage, words }) => {
      const from = /^--from=(\S+) /.exec(words)?.[1]
      const paths = words.replace(/^--from=\S+ /, '').split(' ')
      return { stage, from, sources: paths.slice(0, -1).map((path) => path.replace(/^\/app\//, '')), target: paths.at(-1) ?? '' }
    })
}
