import { writeFileSync } from 'node:fs'
import { areaRoot } from '../knowledge/areaRoot.js'
import { loadIntents, type Intents } from '../knowledge/loadIntents.js'
import type { Danger } from '../knowledge/records/intents.js'
import { createNormalise } from '../language/normalise.js'
import { digestExamples } from './examples.js'
import { readMeasuredTriage, type MeasuredTriage } from './measuredTriage.js'
import { createRules } from '../triage/createRules.js'
import { reportFaults } from './reportFaults.js'

/**
 * `npm run dangers:table -- FILE.html`: every danger with its phrases, near misses, why, source, how many of its examples the phrases
 * find, and how many the whole of triage found in messages by authors whom it had never seen.
 */
function dangersTable(intents: Intents, measured: MeasuredTriage | undefined): string {
  const normalise = createNormalise(intents.words)
  const matchRules = createRules(Object.fromEntries(intents.dangers), intents.words.lists)
  const found = (examples: readonly string[]): number => examples.filter((text) => matchRules(normalise(text)).length > 0).length
  const near = [...intents.nearMisses.values()].flatMap(({ examples }) => Object.values(examples).flat())
  const sections = [...intents.dangers].map(([id, danger]) => section(id, danger, found, measured?.dangers[id]))
  return page([
    `<p>${String(intents.dangers.size)} dangers. The phrases alone also find ${shareOf(found(near), near.length)} of the ${String(near.length)} examples of talk that only sounds like danger. What the phrases miss is left to the trained half.</p>`,
    ...sections,
    nearMissTable(intents, measured)
  ])
}

function section(id: string, danger: Danger, found: (examples: readonly string[]) => number, measured: Measured | undefined): string {
  const examples = Object.values(danger.examples).flat()
  const origin = 'url' in danger.source ? danger.source.url : danger.source.article
  return [
    `<section><h2>${escape(danger.name)}</h2>`,
    `<dl><dt>File</dt><dd>intents/dangers/${id}.yaml</dd><dt>Why</dt><dd>${escape(danger.why)}</dd>`,
    `<dt>Source</dt><dd>${escape(`${origin}: ${danger.source.says}`)}</dd><dt>First words</dt><dd>${danger.response}</dd>`,
    `<dt>Examples found by the phrases alone</dt><dd>${String(found(examples))} of ${String(examples.length)} (${shareOf(found(examples), examples.length)})</dd>`,
    `<dt>Found by phrases and trained half together, in words of people it had never seen</dt><dd>${measuredOf(measured)}</dd></dl>`,
    listOf('Phrases', danger.phrases),
    listOf('Phrases that only ask', danger.checkPhrases),
    listOf('Near misses', danger.nearMisses),
    listOf(
      'A few examples',
      examples.filter((_, i) => i % Math.ceil(examples.length / 8) === 0)
    ),
    '</section>'
  ].join('\n')
}

type Measured = MeasuredTriage['dangers'][string]

const measuredOf = (measured: Measured | undefined): string =>
  measured === undefined
    ? 'not measured yet'
    : `an emergency reply to ${percent(measured.emergency)} of ${String(measured.examples)}; that, or the question whether somebody is in danger, to ${percent(measured.emergencyOrCheck)}`

/** How often talk that only sounds like danger raises a false alarm. */
function nearMissTable(intents: Intents, measured: MeasuredTriage | undefined): string {
  if (measured === undefined) return ''
  const rows = [...intents.nearMisses].map(([id, { why }]) => {
    const of = measured.nearMisses[id]
    return `<tr><td>${id}</td><td>${escape(why)}</td><td>${of === undefined ? '' : percent(of.emergency)}</td><td>${of === undefined ? '' : percent(of.emergencyOrCheck)}</td></tr>`
  })
  const old = measured.madeFrom === digestExamples(intents) ? '' : '<p>The examples have changed since this was measured.</p>'
  return `<section><h2>Talk that only sounds like danger</h2>${old}<p>In words of people it had never seen.</p>
<table><thead><tr><th>Kind</th><th>Why it is none</th><th>Emergency reply (false alarm)</th><th>Emergency reply, or the question</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

const listOf = (title: string, items: readonly string[]): string =>
  `<details><summary>${title} (${String(items.length)})</summary><ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul></details>`

const shareOf = (count: number, all: number): string => percent(count / Math.max(1, all))

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const page = (body: readonly string[]): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Signpost: dangers</title>
<style>body{font:18px/1.5 arial,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}dt{font-weight:bold}dd{margin:0 0 .5em}section{border-top:2px solid #0b3d5c}summary{cursor:pointer}table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;border-top:1px solid #b1b4b6;padding:.3em .6em .3em 0}</style>
</head><body><h1>Situations that mean: act now</h1>
${body.join('\n')}
</body></html>
`

reportFaults(() => {
  const [file] = process.argv.slice(2)
  const root = areaRoot()
  const html = dangersTable(loadIntents(root), readMeasuredTriage(root))
  if (file === undefined) process.stdout.write(html)
  else writeFileSync(file, html)
})
