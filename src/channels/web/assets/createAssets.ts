import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import sirv from 'sirv'
import { z } from 'zod'

export interface Assets {
  /**
   * Where a page fetches a file from: `/assets/styles.4f3a9c21.css` for `styles.css`.
   * @throws Error when the last build did not make it.
   */
  readonly path: (name: string) => string
  /** Serves what the manifest lists and nothing else, in the smallest form that the browser takes, to be kept for ever. */
  readonly serve: RequestHandler
}

const manifestSchema = z.record(z.string(), z.string())

/**
 * The files for browsers that a build left in a folder.
 * @throws Error when no build left any.
 */
export function createAssets(directory: string): Assets {
  const manifest = new Map(Object.entries(readManifest(directory)))
  const listed = new Set([...manifest.values()].map((file) => `/${file}`))
  // "dev" looks for the file at each request. Without it, a file that a later build took away ends the process.
  const files = sirv(directory, { dev: true, brotli: true, gzip: true, extensions: [], setHeaders: keepForEver })
  return {
    path: (name) => `/assets/${manifest.get(name) ?? fail(`The web page needs ${name}, which the last build did not make`)}`,
    serve: (request, response, next) => {
      if (!listed.has(request.path)) {
        next()
        return
      }
      // sirv throws on a range that runs backwards, and no file here is long enough for parts.
      delete request.headers.range
      files(request, response, next)
    }
  }
}

function keepForEver(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
}

function readManifest(directory: string): z.infer<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')))
  } catch {
    return fail(`The web page has no styles or scripts in ${directory}`)
  }
}

function fail(what: string): never {
  throw new Error(`${what}: run npm run build.`)
}
