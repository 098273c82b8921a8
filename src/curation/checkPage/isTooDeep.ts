/** A page that people wrote is nested some dozens deep. */
const deepest = 1_000

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const closedByTheNext = new Set('p li td th tr dt dd option'.split(' '))
const unread: Record<string, string> = { '!--': '-->', script: '</script', style: '</style' }

/** Whether more than a thousand elements are open at once: reading such a page would take time out of step with its length. */
export function isTooDeep(html: string): boolean {
  const tags = /<(!--|\/?[a-z][^\s/>]{0,40})/gi
  const open: string[] = []
  for (let tag = tags.exec(html); tag !== null && open.length <= deepest; tag = tags.exec(html)) {
    const name = tag[1]?.toLowerCase() ?? ''
    const end = unread[name]
    if (end !== undefined) tags.lastIndex = after(html, end, tags.lastIndex)
    else if (name.startsWith('/')) close(open, name.slice(1))
    else if (!empty.has(name) && !(closedByTheNext.has(name) && open.at(-1) === name)) open.push(name)
  }
  return open.length > deepest
}

function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name)
  if (at >= 0) open.length = at
}

function after(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from)
  return at < 0 ? html.length : at + end.length
}
