import { hintNames } from './corpora/corpora.js'
import type { Measured } from './Measured.js'
import { publishedNames } from './publishedHint.js'
import { systems } from './systems/systems.js'

type Figure = Exclude<keyof Measured, 'system' | 'corpus' | 'rows' | 'of'>

/** Lines of the table: a corpus, or the mean of several. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'CLINC150 full': ['clinc-full'],
  'CLINC150 small': ['clinc-small'],
  'CLINC150, 10 a class': ['clinc-10'],
  Banking77: ['banking'],
  'Banking77, 10 a class': ['banking-10'],
  'HWU64 fold 1': ['hwu'],
  'HINT3, mean of three': hintNames.map((name) => `hint3-${name}`),
  'HINT3 Curekart': ['hint3-curekart'],
  'HINT3 Powerplay11': ['hint3-powerplay11'],
  'HINT3 SOFMattress': ['hint3-sofmattress'],
  'Braun Chatbot': ['chatbot'],
  'Braun AskUbuntu': ['askubuntu'],
  'Braun WebApplications': ['webapps']
}

const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(systems).map(([key, { title }]) => [key, title])),
  ...publishedNames
}

const percent = (x: number): string => (100 * x).toFixed(1)
const columns: readonly (readonly [title: string, figure: Figure, write: (x: number) => string])[] = [
  ['accuracy %', 'accuracy', percent],
  ['AUROC', 'auroc', (x) => x.toFixed(3)],
  ['one slip %', 'oneSlip', percent],
  ['two slips %', 'twoSlips', percent],
  ['training s', 'trainSeconds', (x) => x.toFixed(x < 10 ? 2 : 0)],
  ['p50 us', 'p50Micros', (x) => x.toFixed(0)],
  ['p99 us', 'p99Micros', (x) => x.toFixed(0)],
  ['memory MB', 'megabytes', (x) => x.toFixed(0)],
  ['start ms', 'startMillis', (x) => x.toFixed(0)]
]

/** Everything measured as one Markdown table. A dash: not measured. An asterisk: on the first messages only. */
export function table(all: readonly Measured[]): string {
  const titles = ['corpus', 'system', ...columns.map(([title]) => title)]
  const body = Object.entries(groups).flatMap(([group, corpora]) => rowsOf(group, corpora, all))
  return [titles, titles.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function rowsOf(group: string, corpora: readonly string[], all: readonly Measured[]): string[][] {
  const here = all.filter((m) => corpora.includes(m.corpus))
  const present = Object.keys(names).filter((system) => here.some((m) => m.system === system))
  return present.map((system) => {
    const of = here.filter((m) => m.system === system)
    const star = of.some((m) => m.rows < m.of) ? '*' : ''
    return [group, `${names[system] ?? system}${star}`, ...columns.map(([, figure, write]) => cell(of, figure, corpora.length, write))]
  })
}

/** The mean, where every corpus of the group has the figure. */
function cell(of: readonly Measured[], figure: Figure, needed: number, write: (x: number) => string): string {
  const figures = of.map((m) => m[figure]).filter((x) => x !== undefined)
  return figures.length < needed ? '-' : write(figures.reduce((a, b) => a + b, 0) / figures.length)
}
