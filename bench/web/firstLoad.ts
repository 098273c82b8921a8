import { fetchRaw, type Encoding, type Fetched } from './fetchRaw.js'

export interface Loaded extends Fetched {
  readonly path: string
}

/** Most bytes that the first load of the page may send, compressed and everything together. */
export const mostBytes = 30_000

/**
 * All that a browser fetches to show the page for the first time: the page and, followed from it, its styles, scripts, pictures,
 * frames and what the styles ask for.
 * @throws Error when something does not come, or would come from another site.
 */
export async function firstLoad(origin: string, encoding: Encoding): Promise<Loaded[]> {
  const loaded: Loaded[] = []
  const waiting = [new URL('/', origin)]
  for (const url of waiting) {
    if (url.origin !== new URL(origin).origin) throw new Error(`The page fetches from another site: ${url.origin}.`)
    if (loaded.some(({ path }) => path === url.pathname)) continue
    const fetched = await fetchRaw(url, encoding)
    if (fetched.status !== 200) throw new Error(`${url.pathname} answers with ${String(fetched.status)}.`)
    loaded.push({ path: url.pathname, ...fetched })
    // The loop goes on over what is added here.
    waiting.push(...fetchesOf(fetched.text, url))
  }
  return loaded
}

const fetching = [
  /<link\b(?=[^>]*\brel="?(?:stylesheet|icon|preload|modulepreload|manifest)\b)[^>]*?\bhref="([^"]+)"/g,
  /<(?:script|img|iframe|source|video|audio)\b[^>]*?\bsrc="([^"]+)"/g,
  /\burl\(["']?([^"')]+)["']?\)/g,
  /@import\s*["']([^"']+)["']/g
]

function fetchesOf(text: string, base: URL): URL[] {
  return fetching
    .flatMap((pattern) => [...text.matchAll(pattern)].map((found) => new URL((found[1] ?? '').replaceAll('&amp;', '&'), base)))
    .filter(({ protocol }) => protocol !== 'data:')
}
