import { stripVTControlCharacters } from 'node:util'
import type { Block } from './renderReply.js'

/** A window; endless where nothing scrolls away. */
export interface Window {
  readonly rows: number
  readonly columns: number
}

export const endless: Window = { rows: Infinity, columns: Infinity }

/** Lines that stand below a page: how to read on, the prompt, and the gaps between them. */
const below = 4
const shortest = 8

/**
 * Divides a reply into pages that a window can hold, so that what stands first is not scrolled away by what follows.
 * Blocks stay whole where at least half a page is filled without them, a sentence stays with what it leads to, and what is pinned
 * ends the first page.
 */
export function toPages(blocks: readonly Block[], { rows, columns }: Window): Block[][] {
  const room = Math.max(rows - below, shortest)
  const height = ({ text }: Pick<Block, 'text'>): number => rowsOf(text, columns) + 1
  const pinned = blocks.filter((block) => block.pinned)
  const pages: Block[][] = [[]]
  let left = room + 1 - sum(pinned.map(height))
  for (const block of blocks.filter((each) => !each.pinned)) {
    for (const piece of cut(block, left, room + 1, columns)) {
      if (height(piece) > left) {
        const led = takeLead(pages.at(-1))
        pages.push(led)
        left = room + 1 - sum(led.map(height))
      }
      pages.at(-1)?.push(piece)
      left -= height(piece)
    }
  }
  pages[0]?.push(...pinned)
  return pages
}

const sum = (heights: readonly number[]): number => heights.reduce((a, b) => a + b, 0)

/** The terminal itself breaks what is longer than a line, such as an address. */
const rowsOf = (text: string, columns: number): number =>
  sum(text.split('\n').map((line) => Math.max(1, Math.ceil(stripVTControlCharacters(line).length / columns))))

/** The sentence at the end of a page that leads to what comes next. */
const takeLead = (page: Block[] = []): Block[] => (page.length > 1 && page.at(-1)?.leads === true ? page.splice(-1) : [])

/** A block as it fits: whole, or the lines that fit and the rest. */
function cut(block: Block, left: number, whole: number, columns: number): Block[] {
  const needed = rowsOf(block.text, columns) + 1
  if (needed <= left) return [block]
  if (left < whole / 2) return needed <= whole ? [block] : cut(block, whole, whole, columns)
  const lines = block.text.split('\n')
  const fit = Math.max(1, lines.findIndex((_, at) => rowsOf(lines.slice(0, at + 1).join('\n'), columns) >= left)) // prettier-ignore
  if (fit >= lines.length) return [block]
  const head = { ...block, text: lines.slice(0, fit).join('\n'), choices: [] }
  return [head, ...cut({ ...block, text: lines.slice(fit).join('\n') }, whole, whole, columns)]
}
