import type { Danger } from '../knowledge/records/intents.js'
import type { Settings } from '../knowledge/records/settings.js'
import type { Repair } from '../language/createRepair.js'
import { margins, type LinearModel } from '../language/linearModel.js'
import { createTrim } from './createTrim.js'
import { createRules } from './createRules.js'
import type { Cause, Verdict } from './Verdict.js'
import type { WordNetLogit } from './wordNet.js'

/** The parts of a danger that triage needs once the models are made. */
export type DangerRule = Pick<Danger, 'name' | 'response' | 'topic' | 'phrases' | 'checkPhrases' | 'nearMisses'>

export interface TriageParts {
  readonly dangers: Readonly<Record<string, DangerRule>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly thresholds: Settings['triage']
  /** Danger against all else. */
  readonly alarm: LinearModel
  /** The net beside it, where there is one. */
  readonly net?: WordNetLogit
  /** Mends slips of the finger. Patterns look at what was typed and at what was meant; the statistical half reads what was meant. */
  readonly repair: Repair
  /** Which danger. */
  readonly kind: LinearModel
}

export type AssessDanger = (words: readonly string[]) => Verdict

/**
 * Makes triage: patterns and a statistical model, either one enough.
 * The words are those of `createNormalise`. Pure, total, and linear in the length of the text.
 */
export function createTriage(parts: TriageParts): AssessDanger {
  const matchRules = createRules(parts.dangers, parts.lists)
  const matchChecks = createRules(checksOf(parts.dangers), parts.lists)
  const trim = createTrim(parts.lists)
  return (words) => {
    const bare = trim(words)
    const meant = parts.repair(bare)
    const variants = [...new Set([words, bare, meant])].filter((variant) => variant.length > 0)
    const sure = firstFound(variants, matchRules)
    const matched = sure.length > 0 ? sure : firstFound(variants, matchChecks)
    const total = words.every(isFigures) ? -Infinity : score(parts, meant.length > 0 ? meant : words)
    const level =
      sure.length > 0 || total >= parts.thresholds.emergency
        ? 'emergency'
        : matched.length > 0 || total >= parts.thresholds.check
          ? 'check'
          : 'none'
    if (level === 'none') return { level, response: 'police', causes: [] }
    const kind = matched[0]?.danger ?? likeliest(parts.kind, meant)
    const causes: Cause[] = total >= parts.thresholds.check ? [...matched, { by: 'model', danger: kind, score: total }] : matched
    const danger = parts.dangers[kind]
    return {
      level,
      danger: kind,
      response: danger?.response ?? 'police',
      ...(danger?.topic !== undefined && { topic: danger.topic }),
      causes
    }
  }
}

/** Figures alone tell a model nothing of danger: a house number, an age, a choice that was typed. */
const isFigures = (word: string): boolean => /^\d+$/.test(word)

function firstFound<T>(variants: readonly (readonly string[])[], find: (words: readonly string[]) => T[]): T[] {
  for (const variant of variants) {
    const found = find(variant)
    if (found.length > 0) return found
  }
  return []
}

/** The same dangers with the phrases that only ask. */
export const checksOf = (dangers: TriageParts['dangers']): TriageParts['dangers'] =>
  Object.fromEntries(
    Object.entries(dangers)
      .filter(([, { checkPhrases }]) => checkPhrases.length > 0)
      .map(([id, danger]) => [id, { ...danger, phrases: danger.checkPhrases }])
  )

/** The statistical half: margin of the linear model plus the weighted log-odds of the net. They err differently. */
function score({ alarm, net, thresholds }: TriageParts, words: readonly string[]): number {
  return (margins(alarm, words)[0] ?? -Infinity) + (net === undefined ? 0 : thresholds.netWeight * net(words))
}

function likeliest(model: LinearModel, words: readonly string[]): string {
  const scores = margins(model, words)
  return model.labels[scores.indexOf(Math.max(...scores))] ?? ''
}
