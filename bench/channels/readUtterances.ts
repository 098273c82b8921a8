import { readFileSync } from 'node:fs'

/** The single messages of tests/utterances: routing, understanding and facts of the articles. */
export const readUtterances = (): string[] =>
  ['routing/routing', 'understanding/routing', 'understanding/article_facts']
    .flatMap((name) => readFileSync(`tests/utterances/${name}.jsonl`, 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { text: string }).text)
