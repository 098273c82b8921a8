import type { Source } from './records/source.js'

/** The newest day, month or year that a page among some sources shows. */
export const newestSource = (sources: readonly Source[]): string | undefined =>
  sources
    .flatMap((source) => ('url' in source && source.assuredDate !== 'undated' ? [source.assuredDate] : []))
    .sort()
    .at(-1)
